"""What changed between two published packs, told from their snapshots alone."""

from collections.abc import Iterator
from datetime import date

from integration.i18n.formats import day, percent
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import DomainPart, MilestonePart, PartnershipSnapshot

MOST = 30


def differences(say: Words, earlier: PartnershipSnapshot, later: PartnershipSnapshot) -> tuple[str, ...]:
    """The differences of one partnership in sentences: the whole, then domain by domain, then milestones and decisions."""
    found = [*_whole(say, earlier, later)]
    before = {one.key: one for one in earlier.domains}
    for domain in later.domains:
        if domain.key in before:
            found += _domain(say, before[domain.key], domain)
    found += _milestones(say, earlier, later)
    taken = {one.title for one in earlier.decisions if one.decided}
    found += [say("Decided: {title} – {decision}", title=one.title, decision=one.decision) for one in later.decisions if one.decided and one.title not in taken]
    rest = len(found) - MOST
    return tuple(found[:MOST]) + ((say.plural("{n} more change", "{n} more changes", rest),) if rest > 0 else ())


def _whole(say: Words, earlier: PartnershipSnapshot, later: PartnershipSnapshot) -> Iterator[str]:
    if earlier.phase != later.phase:
        yield say("Phase: {before} → {after}", before=earlier.phase, after=later.phase)
    if earlier.schedule and later.schedule and earlier.schedule.colour != later.schedule.colour:
        yield say("Whole plan: computed {before} → {after}", before=earlier.schedule.name.lower(), after=later.schedule.name.lower())
    if earlier.foundation.split(" · ")[0] != later.foundation.split(" · ")[0]:
        yield say("Shared score: {before} → {after}", before=earlier.foundation.split(" · ")[0], after=later.foundation.split(" · ")[0])


def _domain(say: Words, before: DomainPart, after: DomainPart) -> Iterator[str]:
    differences, language = [], say.language
    if percent(before.progress, language) != percent(after.progress, language):
        differences.append(say("progress {before} → {after}", before=percent(before.progress, language), after=percent(after.progress, language)))
    if before.current != after.current:
        differences.append(say("depth {before} → {after}", before=_level(before.current), after=_level(after.current)))
    if before.reported != after.reported:
        differences.append(say("reported {before} → {after}", before=before.reported_name.lower(), after=after.reported_name.lower()))
    if before.computed != after.computed:
        differences.append(say("computed {before} → {after}", before=before.computed_name.lower(), after=after.computed_name.lower()))
    if before.overdue != after.overdue:
        differences.append(say("overdue {before} → {after}", before=before.overdue, after=after.overdue))
    if differences:
        yield f"{after.name}: {', '.join(differences)}"


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def _milestones(say: Words, earlier: PartnershipSnapshot, later: PartnershipSnapshot) -> Iterator[str]:
    known = {one.code: one for one in earlier.milestones}
    for one in later.milestones:
        before = known.get(one.code)
        if before is None:
            yield say("New milestone: {title}", title=f"{one.code} {one.title}")
        elif before.state != one.state and one.state in ("done", "cancelled"):
            yield f"{one.code} {one.title}: {one.state_name.lower()}"
        elif _expected(before) != _expected(one):
            dates = {"before": day(_expected(before), say.language), "after": day(_expected(one), say.language)}
            yield say("{title}: expected {before} → {after}", title=f"{one.code} {one.title}", **dates)


def _expected(one: MilestonePart) -> date | None:
    return one.done or one.forecast or one.due
