"""Help: how all of this works in one page, and what every term of trade means."""

from integration.ui.frame.page import open_page
from integration.ui.search.help_text import show_help, show_terms

with open_page(needs="read partnership", refreshes=False) as visit:
    show_help(visit)
    show_terms(visit)
