"""Steering pack: publish one, find an earlier one, and read it at its own address as it was published."""

import streamlit as st

from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.pack.pack_list import pack_heading, pack_list, publish_one, publish_selection
from integration.ui.pack.pack_page import show_pack
from integration.ui.portfolio.place_cards import choose_place

with open_page(needs="read partnership") as visit:
    say, code, wanted = visit.reader.say, st.query_params.get("p", ""), asked_text("id")
    if wanted:
        show_pack(visit, pack.find(visit, wanted), asked_text("part"))
    elif code:
        dossier = partnership.read(visit, code)
        pack_heading(visit, dossier)
        if visit.may("publish", dossier.partnership.id):
            publish_one(visit, dossier)
        pack_list(visit, pack.of(visit, dossier.partnership))
    else:
        read = portfolio.read(visit)
        heading(say("Papers"), say("Choose a partnership, or publish a selection for a whole portfolio."))
        if len(read.partnerships):
            choose_place(visit, read, "pack")
            if visit.may("publish"):
                publish_selection(visit, read)
            pack_list(visit, pack.of(visit, None))
        else:
            nothing_yet(visit)
