"""Ineen: plan and track how schools and companies merge training, back office, HRM and housing.

Read from the bottom up; imports point down only (tests/test_layers.py):
errors             what can go wrong, each with its sentence
settings, palette  what can be set; the colours
days, rounding     the organisation's days over moments in UTC; half up
model, measures    the rules of partnerships; the arithmetic of every number
i18n               Dutch and English words, dates and numbers
views, charts      what a page shows, in the reader's language; its pictures
storage, exchange  the DuckDB file, where nothing is ever changed, only added; bytes for downloads
services           the verbs, where reading, rules and writing meet
ui, web, cli       the shells: Streamlit, HTTP, command line
"""

from pathlib import Path

__version__ = "0.2.0"

PACKAGE = Path(__file__).resolve().parent
INSTALLED = (PACKAGE / "home").is_dir()
# Where the pages, the theme and what ships lie: the checkout, or what an installed package brings along.
ROOT = PACKAGE / "home" if INSTALLED else PACKAGE.parent
