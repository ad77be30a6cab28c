"""Steering pack: publish one, find an earlier one, and read it at its own address as it was published."""

from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.pack.pack_list import pack_heading, publish_one, publish_selection
from integration.ui.pack.pack_page import show_pack
from integration.ui.pack.paper_list import paper_list
from integration.views.pack.papers import committee_of, committees

with open_page(needs="read partnership") as visit:
    say, code, wanted = visit.reader.say, address_asks().get("p", ""), asked_text("id")
    if wanted:
        show_pack(visit, pack.find(visit, wanted), asked_text("part"))
    elif code:
        dossier = partnership.read(visit, code)
        pack_heading(visit, dossier)
        if not asked_text("corrects"):
            paper_list(visit, {dossier.partnership.id: committee_of(dossier.partnership)}, selections=False)
        if visit.may("publish", dossier.partnership.id):
            publish_one(visit, dossier)
    else:
        read = portfolio.read(visit)
        heading(say("Papers"), say("What steering committees read and decided: agendas, packs and minutes, the newest first."))
        if len(read.partnerships):
            paper_list(visit, committees(read.partnerships), selections=True)
            if visit.may("publish"):
                publish_selection(visit, read)
        else:
            nothing_yet(visit)
