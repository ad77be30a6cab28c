"""The stage: one item before the room, with what stands behind it."""

from dataclasses import replace
from typing import Any

from integration.charts.mirror import mirror_chart
from integration.charts.picture import NARROW
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.meeting import AgendaItem
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.plan import curve
from integration.services.portfolio import portfolio, thresholds
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.portfolio.small_curve import small_curve
from integration.views.meeting.meeting import AgendaRow
from integration.views.meeting.stage import Stage, action_stage, cliff_stage, colour_stage, decision_stage, mirror_stage, need_stage
from integration.views.mirror.mirror import MirrorRow, mirror_view
from integration.views.portfolio.portfolio import timed_rows
from integration.views.register.register import EntryContext

CURVED = ("colour", "watermelon")


def item_stage(visit: Visit, dossier: Dossier, item: AgendaItem, row: AgendaRow, with_options: bool = True) -> Markup:
    """The item with its evidence; where that is gone (a decision taken out, another plan), the words it was put on the agenda with.

    Options that stand below as buttons are left out here.
    """
    name = str(dossier.partnership.name.reading(visit.language))
    head = el("p", el("span", row.origin, class_=f"origin {row.kind}"), f" · {name}", el("span", f" · {row.time}", class_="muted") if row.time else None)
    found, picture = _behind(visit, dossier, item)
    if found and not with_options:
        found = replace(found, options=())
    # The facts of a question that is still there are told as they are today, and not twice.
    why = _why(row) if found is None or not found.facts or row.kind in ("cliff", "mirror") else None
    return el("section", head, el("h1", row.title), why, _evidence(visit, found, picture) if found else picture, class_="screen")


def _why(row: AgendaRow) -> Markup:
    # Changes are a list of their own; so are the options that follow the facts of a question.
    said, listed = (row.why[:1], row.why[1:]) if row.kind != "since" else ((), row.why)
    return el("div", *(el("p", line) for line in said), el("ul", *(el("li", line) for line in listed)) if listed else None, class_="why")


def _evidence(visit: Visit, found: Stage, picture: Markup | None) -> Markup:
    facts = el("p", " · ".join(found.facts), class_="stage-facts") if found.facts else None
    lists = [el("section", el("h2", title), el("ul", *(el("li", line) for line in lines))) for title, lines in found.lists]
    words = (el("div", el("dt", label), el("dd", text)) for label, text in found.words)
    said = el("section", el("h2", visit.reader.say("What the lead wrote")) if found.said else None, el("dl", *words), el("p", found.said, class_="small muted"))
    options = [el("section", el("h2", visit.reader.say("Options")), el("ol", *(el("li", one) for one in found.options)))] if found.options else []
    shown = [*lists, *([el("section", picture)] if picture else []), *([said] if found.words or found.said else []), *options]
    return joined(facts, el("div", *shown, class_="evidence") if shown else None)


def _behind(visit: Visit, dossier: Dossier, item: AgendaItem) -> tuple[Stage | None, Markup | None]:
    reader = visit.reader
    if item.origin in CURVED:
        return _colour(visit, dossier, item), small_curve(visit, curve.read(visit, dossier, portfolio.read(visit)))
    if item.origin == "need":
        report = next((one for one in dossier.check_ins if one.id == item.thing_id), None)
        return (need_stage(reader, report, dossier.names) if report else None), None
    if item.origin == "cliff":
        one = next((one for one in dossier.milestones if one.code == item.thing_id), None)
        return (cliff_stage(reader, one, dossier.milestones, dossier.names) if one else None), None
    if item.origin == "mirror":
        gap = _gap(visit, dossier, item)
        return (mirror_stage(reader, gap), _dumbbell(visit, gap)) if gap else (None, None)
    return _entry(visit, dossier, item), None


def _colour(visit: Visit, dossier: Dossier, item: AgendaItem) -> Stage | None:
    measured, limits, about = portfolio.read(visit), thresholds.read(visit), dossier.partnership.id
    if item.thing_id not in DOMAINS:
        whole = next(measured.timed.partnerships.loc[[about]].itertuples(index=False))
        return colour_stage(visit.reader, whole, limits, dossier.milestones, None, dossier.names)
    row = _domain_row(measured, about, item.thing_id)
    report = next((one for one in dossier.check_ins if one.domain == item.thing_id), None)
    own = [one for one in dossier.milestones if one.domain == item.thing_id]
    return colour_stage(visit.reader, row, limits, own, report, dossier.names) if row is not None else None


def _domain_row(measured: Portfolio, about: str, domain: str) -> Any:
    return next((row for (_, name), row in timed_rows(measured, measured.domains.loc[[about]].index).items() if name == domain), None)


def _gap(visit: Visit, dossier: Dossier, item: AgendaItem) -> MirrorRow | None:
    outcome = mirror.latest_result(visit, dossier.partnership.id)
    if outcome is None:
        return None
    bodies = {one: dossier.organisations[one].name for one in outcome.round.organisations if one in dossier.organisations}
    return next((one for one in mirror_view(visit.reader, outcome, bodies, []).rows if one.id == item.thing_id and one.gap is not None), None)


def _dumbbell(visit: Visit, gap: MirrorRow) -> Markup:
    words = ", ".join(f"{name} {mean}" for name, _, mean in gap.means)
    return el("figure", Markup(mirror_chart(visit.reader.say, [gap], NARROW).svg("gap", f"{gap.text}: {words}")), class_="dumbbell")


def _entry(visit: Visit, dossier: Dossier, item: AgendaItem) -> Stage | None:
    known, reader = register.of(visit, dossier.partnership), visit.reader
    context = EntryContext(dossier.partnership.code, {one.id: one for one in dossier.milestones}, dossier.names)
    if item.origin == "decision":
        asked = next((one for one in known.decisions if one.id == item.thing_id), None)
        return decision_stage(reader, asked, context) if asked else None
    late = next((one for one in known.actions if item.origin == "action" and one.id == item.thing_id), None)
    return action_stage(reader, late, context) if late else None


def opening_stage(visit: Visit, dossier: Dossier, title: str, lines: tuple[str, ...]) -> Markup:
    """The beginning or the end of a meeting."""
    name = str(dossier.partnership.name.reading(visit.language))
    return el("section", el("p", name), el("h1", title), el("div", *(el("p", one) for one in lines), class_="why"), class_="screen")
