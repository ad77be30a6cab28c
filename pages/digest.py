"""Digest: what changed since last week in one person's partnerships, and as text to paste in a mail."""

from integration.services.core.host import host
from integration.services.pack import digest
from integration.services.pack.posting import choice_path
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.ui.pack.digest import carried_link, choose_reader, mail_link, show_digest

with open_page(needs="read portfolio") as visit:
    say, found, wanted = visit.reader.say, digest.readers(visit), asked_text("who")
    heading(say("My week"), say("What changed in one person’s partnerships, and what is theirs to do."))
    chosen = wanted or (visit.person.id if visit.person.id in {one.id for one in found} or digest.is_mentioned(visit) else "")
    if visit.may("read history"):
        carried_link(visit)
    choose_reader(visit, found, chosen)
    if chosen:
        show_digest(visit, digest.read(visit, chosen))
    if visit.person.email:
        mail_link(visit, choice_path(host().seal, visit.person.id))
