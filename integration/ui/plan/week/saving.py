"""Saving a week: what was typed as the plan and the reports it makes, stored together, and what is said of it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import streamlit as st

from integration.errors import IneenError
from integration.i18n.labels import colour_name, group_name
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import plan, week
from integration.services.portfolio import partnership
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import saved
from integration.ui.plan.week.draft import PlanDraft
from integration.views.plan.check_in import TypedReport, typed_report
from integration.views.plan.update import TypedRow, new_rows, typed_row, will_change


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that was typed: rows by milestone, reports by domain, and of those what can be saved."""

    rows: Mapping[str, TypedRow]
    reports: Mapping[str, TypedReport]
    pairs: list[tuple[Milestone, Milestone]]
    added: Mapping[str, TypedRow] = field(default_factory=dict)

    @property
    def told(self) -> list[CheckIn]:
        """The reports that can be saved."""
        return [one.report for one in self.reports.values() if one.report]

    @property
    def begun(self) -> list[Milestone]:
        """The new milestones that can be saved."""
        return [row.after for row in self.added.values() if not row.marks]

    @property
    def changes(self) -> list[tuple[Milestone | None, Milestone]]:
        """Each milestone that can be saved, before (None where it begins) and after."""
        return [*self.pairs, *((None, one) for one in self.begun)]

    @property
    def unready(self) -> list[str]:
        """The rows, new rows and domains in which something is not understood or breaks a rule."""
        rows = [one for one, row in [*self.rows.items(), *self.added.items()] if row.marks]
        return rows + [one for one, it in self.reports.items() if not it.report]


def draft_of(visit: Visit, dossier: Dossier) -> PlanDraft:
    """This session's draft of a week; notes and reports are words of one language."""
    drafts: dict[str, PlanDraft] = st.session_state.setdefault("plan_drafts", {})
    code = f"{dossier.partnership.code}/{visit.language}"
    for other, draft in list(drafts.items()):
        # What was typed in the other language is dropped only when there is none.
        if other != code and other.startswith(f"{dossier.partnership.code}/") and not draft.typed and not draft.reports:
            del drafts[other]
    if code not in drafts:
        drafts[code] = PlanDraft.of(dossier)
    drafts[code].freshen(dossier)
    return drafts[code]


def read_typed(visit: Visit, dossier: Dossier, draft: PlanDraft) -> Typed:
    """What was typed, read."""
    start, own = dossier.partnership.starts_on, dossier.partnership.id
    rows = {one: typed_row(visit.reader, draft.seen[one], cells, dossier.people, start) for one, cells in draft.typed.items()}
    reports = {one: typed_report(visit.reader, own, one, cells, draft.last.get(one)) for one, cells in draft.reports.items()}
    added = new_rows(visit.reader, draft.added, draft.ids, dossier.milestones, dossier.people, start, own)
    return Typed(rows, reports, [(draft.seen[one], row.after) for one, row in rows.items() if not row.marks and row.after != draft.seen[one]], added)


def save_week(visit: Visit, code: str, along: Sequence[Milestone] = ()) -> None:
    """Save what can be saved, before the page is drawn anew; what cannot stays as typed, and what went wrong is kept to be said."""
    try:
        dossier = partnership.read(visit, code)
    except IneenError:
        # The page is drawn next, and says so.
        return
    draft = draft_of(visit, dossier)
    typed = read_typed(visit, dossier, draft)
    moved, edited = {one.id: one.forecast_on for one in along}, {after.id for _, after in typed.pairs}
    wanted = [replace(after, forecast_on=moved.get(after.id, after.forecast_on)) for _, after in typed.pairs]
    wanted += [one for one in along if one.id not in edited]
    wanted += typed.begun
    if not wanted and not typed.told:
        return
    try:
        pairs = week.save(visit, dossier.partnership, wanted, typed.told, {one: report.id for one, report in draft.last.items()})
    except plan.Collided as error:
        draft.collisions = error.collisions
    except week.Reported as error:
        draft.refused = error
        draft.last |= {one.domain: one for one in error.reports}
    except IneenError as error:
        draft.refused = error
    else:
        saved(visit, _sentences(visit, dossier, pairs, typed.told))
        draft.renew(partnership.read(visit, code), typed.unready)


def throw_away(visit: Visit, code: str) -> None:
    """Drop everything that was typed."""
    with suppress(IneenError):
        dossier = partnership.read(visit, code)
        draft_of(visit, dossier).renew(dossier)


def names_of(dossier: Dossier) -> dict[str, str]:
    """The names of people, by id."""
    return {one: person.name for one, person in dossier.people.items()}


def _sentences(visit: Visit, dossier: Dossier, pairs: Sequence[tuple[Milestone | None, Milestone]], reports: Sequence[CheckIn]) -> list[str]:
    say = visit.reader.say
    told = [say("{domain}: reported {colour}.", domain=group_name(say, one.domain), colour=colour_name(say, one.colour).lower()) for one in reports]
    return [*will_change(visit.reader, pairs, names_of(dossier)), *told]
