"""The agenda of a meeting: what the data asks to talk about, put in both languages, and changed while it is prepared and held."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from integration.errors import Invalid, ThingNotFound
from integration.model.meeting import USUAL_MINUTES, AgendaItem, Meeting, item_problems, joined
from integration.model.mirror import Statement
from integration.model.partnership import Partnership
from integration.model.register import Decision
from integration.model.text import Language, Text
from integration.services.changes import since
from integration.services.core.visit import Visit
from integration.services.mirror import follow_up, mirror
from integration.services.portfolio import portfolio, thresholds
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.meeting import agenda_of, item_by_id
from integration.views.changes.since import partnership_groups
from integration.views.kit.reader import Reader
from integration.views.meeting.agenda import AgendaSources, ProposedItem, drafts
from integration.views.register.register import EntryContext


def read(visit: Visit, partnership: Partnership, meeting: Meeting) -> list[AgendaItem]:
    """The agenda of a meeting in its order."""
    visit.require("read register", partnership.id)

    def stored() -> list[AgendaItem]:
        with visit.reading() as cursor:
            return agenda_of(cursor, meeting.id, visit.as_of)

    return visit.remember_read("agenda", stored, meeting.id)


def suggested(visit: Visit, dossier: Dossier) -> list[AgendaItem]:
    """What the data asks to talk about now, in both languages, without a place in a meeting yet."""
    visit.require("read register", dossier.partnership.id)
    return visit.remember("suggested agenda", lambda: _suggested(visit, dossier), dossier.partnership.id, visit.grants)


def _suggested(visit: Visit, dossier: Dossier) -> list[AgendaItem]:
    sources = _sources(visit, dossier)
    found = since.one(visit, dossier.partnership, since.MEETING)
    proposed: dict[Language, list[ProposedItem]] = {}
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        reader = Reader(language, visit.now)
        [changed] = partnership_groups(reader, [found], sources.portfolio)
        proposed[language] = drafts(reader, sources, changed)
    return [
        AgendaItem(
            partnership_id=dossier.partnership.id,
            meeting_id="",
            place=place,
            origin=nl.origin,
            thing_id=nl.thing_id,
            title=_short(nl.title, en.title),
            why=Text(nl.why, en.why),
            minutes=USUAL_MINUTES[nl.origin],
        )
        for place, (nl, en) in enumerate(zip(proposed["nl"], proposed["en"], strict=True))
    ]


def _short(nl: str, en: str) -> Text:
    return Text(nl[:300], en[:300])


def _sources(visit: Visit, dossier: Dossier) -> AgendaSources:
    partnership = dossier.partnership
    context = EntryContext(partnership.code, {one.id: one for one in dossier.milestones}, dossier.names)
    outcome = mirror.latest_result(visit, partnership.id)
    gaps: dict[str, tuple[Statement, float]] = {}
    if outcome is not None:
        gap_of = outcome.found.gap
        gaps = {one.id: (one, float(gap_of[one.id])) for one in outcome.statements if one.id in gap_of.index}
    return AgendaSources(
        partnership,
        portfolio.read(visit),
        thresholds.read(visit),
        register.of(visit, partnership),
        context,
        gaps,
        follow_up.follow_ups(visit, partnership),
        [next(own) for _, own in groupby(sorted(dossier.check_ins, key=lambda one: one.domain), key=lambda one: one.domain)],
    )


def renewed(writing: Writing, meeting: Meeting, wanted: Sequence[AgendaItem]) -> None:
    """Bring a meeting's agenda up to date: new matters join at the end, known ones keep their place, what no longer holds leaves unless it was noted on."""
    stored = agenda_of(writing.cursor, meeting.id)
    now = {(one.origin, one.thing_id): one for one in wanted}
    kept = [one for one in stored if one.origin == "own" or one.note or one.discussed or (one.origin, one.thing_id) in now]
    gone = [replace(one, removed=True) for one in stored if one not in kept]
    fresh = [replace(one, title=new.title, why=new.why) for one in kept if (new := now.get((one.origin, one.thing_id)))]
    changed = [one for one in fresh if one not in stored]
    known = {(one.origin, one.thing_id) for one in kept}
    last = max((one.place for one in kept), default=-1)
    added = [replace(one, meeting_id=meeting.id) for key, one in now.items() if key not in known]
    append(writing, [*gone, *changed, *(replace(one, place=last + at) for at, one in enumerate(added, start=1))])


def add(visit: Visit, partnership: Partnership, meeting: Meeting, title: Text) -> AgendaItem:
    """Put something of one's own on the agenda, at its end; raises Invalid."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        last = max((one.place for one in agenda_of(writing.cursor, meeting.id)), default=-1)
        wanted = AgendaItem(partnership_id=partnership.id, meeting_id=meeting.id, place=last + 1, origin="own", title=title, minutes=USUAL_MINUTES["own"])
        if problems := item_problems(wanted):
            raise Invalid(tuple(problems))
        return append(writing, [wanted])[0]


def move(visit: Visit, partnership: Partnership, meeting: Meeting, item_id: str, step: int) -> None:
    """Move an item up (−1) or down (1); at either end nothing happens."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        order = agenda_of(writing.cursor, meeting.id)
        at = next((place for place, one in enumerate(order) if one.id == item_id), None)
        if at is None or not 0 <= at + step < len(order):
            return
        order.insert(at + step, order.pop(at))
        append(writing, [replace(one, place=place) for place, one in enumerate(order) if one.place != place])


def ask(visit: Visit, dossier: Dossier, item: AgendaItem) -> Decision:
    """Ask what a lead needs as a decision: it enters the register, and takes the place of the need on the agenda, both or neither."""
    partnership = dossier.partnership
    visit.require("update register", partnership.id)
    need = next((one.need for one in dossier.check_ins if one.id == item.thing_id), Text())
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, item)
        if stored.origin != "need" or not need:
            raise ThingNotFound(value=item.id[:40])
        wanted = Decision(partnership_id=partnership.id, title=_short(need.nl, need.en), asked_on=visit.today)
        [asked] = append(writing, [wanted])
        append(writing, [replace(stored, origin="decision", thing_id=asked.id, title=asked.title, why=Text())])
        return asked


def drop(visit: Visit, partnership: Partnership, item: AgendaItem) -> None:
    """Take an item off the agenda; what was noted stays in its history."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        append(writing, [replace(_now(writing, item), removed=True)])


def note(visit: Visit, partnership: Partnership, seen: AgendaItem, words: str) -> AgendaItem:
    """Note something on an item; where somebody else noted meanwhile both notes stay, one under the other."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        wanted = replace(stored, note=joined(stored.note, seen.note, words, visit.language))
        if problems := item_problems(wanted):
            raise Invalid(tuple(problems))
        return stored if wanted == stored else append(writing, [wanted])[0]


def take(visit: Visit, partnership: Partnership, item: AgendaItem, minutes: int) -> AgendaItem:
    """Say how many minutes an item will take; raises Invalid."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, item)
        wanted = replace(stored, minutes=minutes)
        if problems := item_problems(wanted):
            raise Invalid(tuple(problems))
        return stored if wanted == stored else append(writing, [wanted])[0]


def discussed(visit: Visit, partnership: Partnership, item: AgendaItem) -> None:
    """Mark an item as talked about; once is enough."""
    if not item.discussed:
        with visit.change("run meeting", partnership.code, partnership.id) as writing:
            stored = _now(writing, item)
            if not stored.discussed:
                append(writing, [replace(stored, discussed=True)])


def _now(writing: Writing, item: AgendaItem) -> AgendaItem:
    stored = item_by_id(writing.cursor, item.id)
    if stored is None:
        raise ThingNotFound(value=item.id[:40])
    return stored
