"""Partner scan: a school and possible partners answer the same statements before any partnership exists."""

from integration.services.mirror import mirror
from integration.services.portfolio import partnership
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_here
from integration.ui.mirror.partner_scan import begin_scan, scan_links, show_scan

with open_page(needs="read scans") as visit:
    say, scans = visit.reader.say, mirror.rounds(visit, "")
    bodies = {one: body.name for one, body in partnership.organisations_and_people(visit)[0].items()}
    wanted = asked_text("round")
    chosen = mirror.round_named(visit, "", wanted) if wanted else (scans[-1] if scans else None)

    heading(say("Partner scan"), say("Before there is a partnership: where would we agree, and where do we talk first?"), scan_links(visit, scans, chosen))
    say_saved(visit)
    if chosen is None:
        nothing_here(say("No scan was held yet."))
    else:
        show_scan(visit, chosen, {one: bodies[one] for one in chosen.organisations if one in bodies})
    if visit.may("manage scans"):
        begin_scan(visit, bodies)
