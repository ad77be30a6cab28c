"""The baselines of one partnership: the list, and any two of them (or one and now) compared."""

from integration.services.core.visit import Visit
from integration.services.plan import baseline
from integration.services.portfolio.partnership import Dossier
from integration.ui.changes.history_drawer import past_links
from integration.ui.forms.address_bar import asked, choice
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.still import beside
from integration.ui.kit.table import table
from integration.views.kit.address import address
from integration.views.plan.baseline import NOW, BaselineRow, BaselinesView, baselines_view, compared_table


def show_baselines(visit: Visit, dossier: Dossier) -> None:
    """Every promise that was made, and what became of it, milestone by milestone."""
    say, promises = visit.reader.say, baseline.promises(visit, dossier.partnership)
    link = anchor(say("Set a baseline"), href=address(visit.reader, "update", p=dossier.partnership.code, tab="baseline"))
    if not promises:
        show(el("p", say("There is no baseline yet: nothing was promised, so nothing can slip."), " ", link, class_="notice"), key="baselines")
        return
    known = [promise.baseline.id for promise in promises] + [NOW]
    before, after = asked("from", known) or promises[-1].baseline.id, asked("to", known) or NOW
    view = baselines_view(visit.reader, promises, baseline.current_lines(visit, dossier.partnership), dossier.names, before, after)
    show(joined(_list(visit, view), el("p", link) if visit.may("update plan", dossier.partnership.id) else None, el("h2", say("Compare"))), key="baselines")
    with beside():
        choice(say("From"), "from", known, before, view.choices.__getitem__)
        choice(say("To"), "to", known, after, view.choices.__getitem__)
    show(joined(el("p", f"{view.sentence}"), table(visit.language, compared_table(visit.reader, view)) if view.compared else None), key="compared")
    download_table(visit, lambda: compared_table(visit.reader, view), f"baselines-{dossier.partnership.code}")
    past_links(visit, dossier, {"baselines": say("History of the baselines")})


def _list(visit: Visit, view: BaselinesView) -> Markup:
    return el("ul", *(_baseline(visit, row) for row in view.rows), class_="log")


def _baseline(visit: Visit, row: BaselineRow) -> Markup:
    say = visit.reader.say
    force = el("span", f" · {say('in force')}", class_="tight") if row.in_force else None
    return el(
        "li",
        el("strong", row.name),
        force,
        el("div", row.reason) if row.reason else None,
        el("div", f"{row.set_on} · {row.who} · {row.counted}", class_="small muted"),
    )
