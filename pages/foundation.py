"""Foundation: the shared vision and ambition, who agreed, the objectives that measure it, the gates, and what the work serves."""

from integration.services.portfolio import partnership, portfolio
from integration.ui.forms.address_bar import asked
from integration.ui.forms.messages import say_saved
from integration.ui.foundation.gates import show_gates
from integration.ui.foundation.line_of_sight import show_line
from integration.ui.foundation.objectives import show_objectives
from integration.ui.foundation.tabs import SHOWS, foundation_heading
from integration.ui.foundation.words import show_ambition, show_vision
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.portfolio.place_cards import choose_place

with open_page(needs="read partnership") as visit:
    say, code, tab = visit.reader.say, address_asks().get("p", ""), asked("show", SHOWS, "vision")
    if not code:
        read = portfolio.read(visit)
        heading(say("Foundation"), say("Choose the partnership whose shared vision and ambition you want to see."))
        choose_place(visit, read, "foundation") if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, code)
        foundation_heading(visit, dossier, tab)
        say_saved(visit, dossier.partnership)
        match tab:
            case "vision":
                show_vision(visit, dossier)
            case "ambition":
                show_ambition(visit, dossier)
            case "objectives":
                show_objectives(visit, dossier)
            case "gates":
                show_gates(visit, dossier)
            case "line":
                show_line(visit, dossier)
