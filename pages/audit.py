"""Audit: who did what and when, sign-ins, link openings and exports, for administrators."""

from integration.services.access import audit
from integration.ui.access.audit import trail_table
from integration.ui.forms.address_bar import asked_number, asked_text, choice, search
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.pager import pager
from integration.ui.kit.panels import heading, nothing_here
from integration.views.access.audit import audit_table, verb_name
from integration.views.portfolio.portfolio import pages_of

with open_page(needs="read audit") as visit:
    say, words, verb, page = visit.reader.say, asked_text("q"), asked_text("verb"), asked_number("page")
    trail = audit.read(visit, words, verb, page)

    heading(say("Audit"), say("Who did what and when. Single sign-ins, link openings and exports are kept for {n} days.", n=audit.days_kept()))
    search(say("Search"), "q", words, say("A name or what it was about"))
    choice(say("What happened"), "verb", ["", *trail.verbs], verb, lambda one: verb_name(say, one) if one else say("Everything"))
    if trail.total:
        trail_table(visit, trail)
        pager(visit, "audit", pages_of(trail.total, audit.PAGE), page)
        download_table(visit, lambda: audit_table(visit.reader, audit.everything(visit, words, verb)), "audit")
    else:
        nothing_here(say("Nothing was found."))
