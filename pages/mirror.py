"""Mirror: rounds in which both partners score the same statements, what they show once closed, and what follows."""

from integration.services.mirror import mirror
from integration.services.portfolio import partnership, portfolio
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_here, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.mirror.results import show_results
from integration.ui.mirror.rounds import begin_round, mirror_heading, open_round
from integration.ui.portfolio.place_cards import choose_place

with open_page(needs="read partnership") as visit:
    say, code = visit.reader.say, address_asks().get("p", "")
    if not code:
        read = portfolio.read(visit)
        heading(say("Mirror"), say("Choose the partnership whose Mirror you want to see."))
        choose_place(visit, read, "mirror") if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, code)
        rounds = mirror.rounds(visit, dossier.partnership.id)
        wanted = asked_text("round")
        chosen = mirror.round_named(visit, dossier.partnership.id, wanted) if wanted else (rounds[-1] if rounds else None)
        mirror_heading(visit, dossier, rounds, chosen)
        say_saved(visit, dossier.partnership)
        if chosen is None:
            nothing_here(say("No round was held yet."))
        elif outcome := mirror.result(visit, chosen):
            show_results(visit, dossier, rounds, outcome)
        else:
            open_round(visit, dossier, chosen)
        if visit.may("agree", dossier.partnership.id):
            begin_round(visit, dossier.partnership.id, dossier.bodies, dossier.partnership.code)
