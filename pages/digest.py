"""Digest: what changed since last week in one person's partnerships, and as text to paste in a mail."""

from integration.services import digest
from integration.ui.address_bar import asked_text
from integration.ui.digest import choose_reader, show_digest
from integration.ui.page import open_page
from integration.ui.panels import heading

with open_page(needs="read portfolio") as visit:
    say, found, wanted = visit.reader.say, digest.readers(visit), asked_text("who")
    heading(say("Since last week"), say("What changed in one person’s partnerships, and what is theirs to do."))
    chosen = wanted or (visit.person.id if visit.person.id in {one.id for one in found} else "")
    choose_reader(visit, found, chosen)
    if chosen:
        show_digest(visit, digest.read(visit, chosen))
