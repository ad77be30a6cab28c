"""Carrying: who carries what over all partnerships one works in, by quarter, with what is late."""

from integration.services.carrying import carrying
from integration.ui.carrying.carrying import show_carrying
from integration.ui.forms.address_bar import asked, asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.views.carrying.carrying import HOLDERS

with open_page(needs="read history") as visit:
    say = visit.reader.say
    heading(
        say("Who carries what"),
        say("Open milestones, actions and decisions of the partnerships you work in. No hours, and no ranking: the order is that of names."),
    )
    show_carrying(visit, carrying.read(visit), "organisation" if asked("by", HOLDERS, HOLDERS[0]) == "organisation" else "person", asked_text("who"))
