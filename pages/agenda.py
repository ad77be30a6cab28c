"""Agenda: what a meeting will talk about, for everybody who comes, beforehand."""

from integration.services.meeting import handed_out
from integration.services.portfolio import partnership
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.still import address_asks
from integration.ui.meeting.agenda_page import choose_agenda, show_agenda

with open_page(needs="read register") as visit:
    if code := address_asks().get("p", ""):
        dossier = partnership.read(visit, code)
        show_agenda(visit, dossier, handed_out.of(visit, dossier.partnership, asked_text("m")))
    else:
        choose_agenda(visit)
