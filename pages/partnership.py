"""Partnership: who works together, how the four domains stand, what is planned, what changed and what was reported."""

from integration.services.changes import history, since
from integration.services.discussion import comment
from integration.services.mirror import mirror
from integration.services.plan import curve
from integration.services.portfolio import partnership, portfolio, since_when, thresholds
from integration.services.register import register
from integration.ui.changes.history_drawer import history_drawer
from integration.ui.changes.since_list import since_heading, since_one
from integration.ui.discussion.comments import show_comments
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.markup import joined
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.kit.verdict import cliff_warning_list
from integration.ui.portfolio.dossier import dossier_folds, milestone_groups
from integration.ui.portfolio.now import asked_panel, domains_panel, show_now, standing_panel
from integration.ui.portfolio.place import place
from integration.ui.portfolio.place_cards import choose_place
from integration.views.changes.history import history_view
from integration.views.changes.since import partnership_groups
from integration.views.portfolio.now import domain_row, need_lines
from integration.views.portfolio.partnership import milestone_table, partnership_view

with open_page(needs="read partnership") as visit:
    say, read, limits = visit.reader.say, portfolio.read(visit), thresholds.read(visit)
    if not address_asks().get("p"):
        heading(say("Partnerships"), say("What asks for most stands first."))
        choose_place(visit, read, "partnership") if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, address_asks()["p"])
        portfolio.require_sound(visit, dossier.partnership)
        read = since_when.told(visit, read, [dossier.partnership.id])
        shared, said = mirror.shared_scores(visit).get(dossier.partnership.id), comment.counts(visit, dossier.partnership)
        view = partnership_view(visit.reader, dossier.partnership, dossier.milestones, dossier.depths, dossier.check_ins, read, limits, shared, said)
        found = since.one(visit, dossier.partnership, asked_text("since"))
        [changed] = partnership_groups(visit.reader, [found], read)

        place(visit, dossier.partnership)
        if thing := asked_text("history"):
            say_saved(visit, dossier.partnership)
            history_drawer(visit, history_view(visit.reader, history.read(visit, dossier, thing), dossier.names))
            show_comments(visit, dossier, thing)
        own, code = read.partnerships.loc[[dossier.partnership.id]], dossier.partnership.code
        steering = register.steering(visit, own) if visit.may("read register", dossier.partnership.id) else None
        deciding = cliff_warning_list(say, [(one, 0) for one in view.cliff_warnings], named=False, most=1)
        asked = asked_panel(visit, code, need_lines(visit.reader, code, dossier.check_ins), steering, deciding)
        standing = standing_panel(visit, view.schedule, curve.read(visit, dossier, read), limits)
        domains = domains_panel(visit, [domain_row(visit.reader, code, card) for card in view.cards])
        held = found.day if found.held and visit.as_of is None else None
        days = since_heading(visit, "partnership", asked_text("since") or since.MEETING, changed.since, held)
        show_now(standing, asked, domains, joined(days, since_one(visit, changed)))
        milestone_groups(visit, view.groups)
        download_table(visit, lambda: milestone_table(visit.reader, dossier.milestones, read), f"milestones-{code}")
        dossier_folds(visit, view)
