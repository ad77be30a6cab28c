"""The steering pack: publishing one of a partnership or of a selection, finding it again, and its snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from integration.errors import Invalid, NotShared, Problem, ThingNotFound
from integration.model.domain import DOMAINS
from integration.model.pack import Lines, Pack, PackContent, lines_problems
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.record import new_id
from integration.model.text import TITLE_LIMIT, Language, Text
from integration.reports.files import JSON
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.freeze.snapshot_json import from_json
from integration.reports.freeze.sources import Measured, Order, PartnershipSources
from integration.reports.progress import OnProgress, silently
from integration.services.changes import since
from integration.services.core.visit import Visit, moment_now
from integration.services.core.worker import file_made, frozen_snapshot
from integration.services.foundation import foundation
from integration.services.mirror import mirror
from integration.services.pack.house_style import look_of
from integration.services.portfolio import partnership, portfolio, since_when, thresholds
from integration.storage.core.records import append
from integration.storage.pack import content_of, corrections_of, keep_file, kept_file, pack_by_id, packs_of
from integration.storage.pack_sources import stored_partnerships

ByDomain = Mapping[str, Lines]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to publish: one partnership or a selection under a name, the lead's lines by code and domain, and what it corrects and why."""

    codes: tuple[str, ...]
    name: Text = Text()
    lines: Mapping[str, ByDomain] = field(default_factory=dict)
    corrects: str = ""
    reason: Text = Text()


def of(visit: Visit, partnership_: Partnership | None) -> list[Pack]:
    """The packs of one partnership, or of selections, newest first."""
    if partnership_ is None:
        visit.require("read portfolio")
    else:
        visit.require("read partnership", partnership_.id)

    def stored() -> list[Pack]:
        with visit.reading() as cursor:
            return packs_of(cursor, partnership_.id if partnership_ else "", visit.as_of)[::-1]

    packs = visit.remember_read("packs", stored, partnership_.id if partnership_ else "")
    return [pack for pack in packs if readable(visit, pack)]


def readable(visit: Visit, pack: Pack) -> bool:
    """Whether this person may read every partnership in a pack, whole."""
    # A pack cannot be narrowed: whoever may not see all of it sees none of it.
    return all(visit.may("read register", one) and visit.shows(pack.id, one) and not visit.hides(one) for one in pack.members)


def find(visit: Visit, pack_id: str) -> Pack:
    """One pack; raises ThingNotFound, also for whoever may not read every partnership in it."""
    with visit.reading() as cursor:
        found = pack_by_id(cursor, pack_id, visit.as_of)
    if found is None or not readable(visit, found):
        raise ThingNotFound(value=pack_id[:40])
    return found


def content(visit: Visit, pack: Pack) -> str:
    """The snapshot of a pack as it was stored; it never changes."""
    for member in pack.members:
        visit.require("read register", member)

    def stored() -> str:
        with visit.reading() as cursor:
            return content_of(cursor, pack.id)

    return visit.cache.recall(("pack content", str(visit.database.path), pack.id), stored)


def snapshot(visit: Visit, pack: Pack, language: Language) -> Snapshot:
    """The snapshot of a pack for one reader; raises PackDamaged."""
    text = content(visit, pack)
    return visit.cache.recall(("snapshot", str(visit.database.path), pack.id, language), lambda: from_json(text, language))


def file(visit: Visit, pack: Pack, ending: str, language: Language, on_progress: OnProgress = silently) -> bytes:
    """One file of a pack: the one that was kept, or one made from its snapshot by a worker and kept from now on. That it was taken is written down.

    Raises FileNotMade.
    """
    if not readable(visit, pack):
        # A page that stays open may outlive what it was opened with.
        raise NotShared
    visit.note("export", f"pack {pack.id} {ending}")
    if ending == JSON.ending:
        return file_made(ending, language, content(visit, pack), on_progress)
    with visit.reading() as cursor:
        kept = kept_file(cursor, pack.id, ending, language)
    if kept is not None:
        return kept
    made = file_made(ending, language, content(visit, pack), on_progress, look_of(visit, pack))
    with visit.keeping() as cursor:
        return keep_file(cursor, pack.id, ending, language, made, moment_now())


def corrections(visit: Visit, pack: Pack) -> list[Pack]:
    """The packs that correct this one, oldest first."""
    with visit.reading() as cursor:
        return corrections_of(cursor, pack.id, visit.as_of)


def last_lines(check_ins: Sequence[CheckIn]) -> dict[str, Lines]:
    """The three lines of the newest check-in of every domain, to begin from."""
    newest = {one.domain: one for one in reversed(check_ins)}
    return {domain: Lines(one.done, one.stuck, one.need) if (one := newest.get(domain)) else Lines() for domain in DOMAINS}


def publish(visit: Visit, wanted: Wanted, on_progress: OnProgress = silently) -> Pack:
    """Freeze and store a pack; raises Invalid. `on_progress` hears how many partnerships are done."""
    chosen = [partnership.find(visit, code) for code in dict.fromkeys(wanted.codes)]
    for one in chosen:
        visit.require("publish", one.id)
    problems = _problems(wanted)
    if problems:
        raise Invalid(tuple(problems))
    single = chosen[0] if len(chosen) == 1 and not wanted.name else None
    content, head = frozen(visit, chosen, wanted, single, visit.person.name, on_progress)
    with visit.change("publish", single.code if single else "selection", single.id if single else "") as writing:
        append(writing, [content])
        return append(writing, [head])[0]


def frozen(
    visit: Visit, chosen: Sequence[Partnership], wanted: Wanted, single: Partnership | None, who: str, on_progress: OnProgress = silently
) -> tuple[PackContent, Pack]:
    """A pack of what stands now, not stored yet."""
    order, measured = _order(visit, wanted, single, who), _measured(visit, chosen)
    text, seal = frozen_snapshot(order, _sources(visit, chosen, wanted), measured, on_progress)
    head = Pack(
        id=order.id,
        partnership_id=single.id if single else "",
        members=tuple(one.id for one in chosen),
        name=order.title,
        content_hash=seal,
        corrects=wanted.corrects,
        reason=wanted.reason,
    )
    return PackContent(id=order.id, content=text), head


def _problems(wanted: Wanted) -> list[Problem]:
    problems = [problem for of_one in wanted.lines.values() for domain, lines in of_one.items() for problem in lines_problems(domain, lines)]
    if not wanted.codes:
        problems.append(Problem("codes", "Choose at least one partnership."))
    if max(len(wanted.name.nl), len(wanted.name.en)) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if wanted.corrects and not wanted.reason:
        problems.append(Problem("reason", "Say what is corrected; it stands on the first page of the new pack."))
    return problems


def _order(visit: Visit, wanted: Wanted, single: Partnership | None, who: str) -> Order:
    corrected = find(visit, wanted.corrects) if wanted.corrects else None
    earlier = of(visit, single)
    before = corrected or (earlier[0] if earlier else None)
    return Order(
        id=new_id(),
        now=visit.now,
        who=who,
        whole=single is None,
        title=single.name if single else wanted.name or Text("Portfolio", "Portfolio"),
        reason=wanted.reason,
        corrected_at=corrected.recorded_at if corrected else None,
        previous=content(visit, before) if before else "",
    )


def _measured(visit: Visit, chosen: Sequence[Partnership]) -> Measured:
    read = since_when.told(visit, portfolio.read(visit), [one.id for one in chosen])
    return Measured(read, thresholds.read(visit), mirror.shared_scores(visit)).narrowed([one.id for one in chosen])


def _sources(visit: Visit, chosen: Sequence[Partnership], wanted: Wanted) -> list[PartnershipSources]:
    alone = len(chosen) == 1
    days = {one: (day, held) for one, day, held in since.days(visit, [one.id for one in chosen], since.MEETING)}
    with visit.reading() as cursor:
        found = stored_partnerships(cursor, chosen, {one: day for one, (day, _) in days.items()})
    return [
        PartnershipSources(
            partnership=one.partnership,
            milestones=one.milestones,
            depths={depth.domain: depth for depth in one.depths},
            check_ins=one.check_ins,
            promises=one.promises,
            register=one.register,
            lines={**last_lines(one.check_ins), **wanted.lines.get(one.partnership.code, {})},
            changes=one.changes,
            since=days[one.partnership.id][0],
            held=days[one.partnership.id][1],
            foundation=foundation.read(visit, one.partnership) if alone else None,
            mirror=mirror.latest_result(visit, one.partnership.id) if alone else None,
        )
        for one in found
    ]
