"""What a pack finds about a partnership: one sentence per subject, which is the title of its slide and of its part of the PDF."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from integration.i18n.formats import and_list, day
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import CliffPart, DecisionPart, DomainPart, MilestonePart, PartnershipSnapshot
from integration.views.kit.table import Table

# A full stop that ends a sentence; those of short names of months do not.
ENDING = re.compile(r"\.(?=\s+[A-ZÀ-Þ‘]|$)")


def waiting(part: PartnershipSnapshot) -> list[DecisionPart]:
    """The decisions that are asked for, the one that is needed first in front."""
    return sorted((one for one in part.decisions if not one.decided), key=lambda one: (one.needed or date.max, -one.waiting))


def taken(part: PartnershipSnapshot) -> list[DecisionPart]:
    """The decisions that were taken lately."""
    return [one for one in part.decisions if one.decided]


def helped(part: PartnershipSnapshot) -> list[CliffPart]:
    """What a decision still brings back, the earliest day first."""
    return [one for one in part.cliffs if one.before and not one.passed]


def late_in(part: PartnershipSnapshot, domain: str) -> list[MilestonePart]:
    """The open milestones of a domain that are late, the latest first."""
    found = (one for one in part.milestones if one.domain == domain and one.late and one.state not in ("done", "cancelled"))
    return sorted(found, key=lambda one: (-one.late, one.code))


def stand(say: Words, part: PartnershipSnapshot, today: date) -> str:
    """Where it stands, and what is asked for it."""
    return f"{_where(say, part)}; {_asked(say, part, today)}"


def _where(say: Words, part: PartnershipSnapshot) -> str:
    one = part.schedule
    if one is None:
        return say("Nothing is planned yet")
    if one.behind:
        days = say.days(abs(one.behind))
        return say("{days} behind", days=days) if one.behind > 0 else say("{days} ahead", days=days)
    return ENDING.split(one.sentence, maxsplit=1)[0]


def _asked(say: Words, part: PartnershipSnapshot, today: date) -> str:
    cliffs, open_ones = helped(part), waiting(part)
    if cliffs:
        domains = [*dict.fromkeys(one.subject.split(":")[0] for one in cliffs)]
        named = {"domains": and_list(domains, say.language), "day": day(cliffs[0].before, say.language)}
        return say.plural("{domains} asks for a decision before {day}", "{domains} ask for a decision before {day}", len(domains), **named)
    if not open_ones:
        return say("no decision is asked")
    past = [one for one in open_ones if one.needed and one.needed < today]
    if past:
        since = day(past[0].needed, say.language)
        return say.plural("{n} decision was needed by {day}", "{n} decisions are overdue, the first since {day}", len(past), day=since)
    if first := open_ones[0].needed:
        told = {"day": day(first, say.language)}
        return say.plural("{n} decision is asked, by {day}", "{n} decisions are asked, the first by {day}", len(open_ones), **told)
    return say.plural("{n} decision is asked", "{n} decisions are asked", len(open_ones))


def ask(say: Words, part: PartnershipSnapshot, today: date) -> str:
    """What the committee is asked."""
    open_ones, cliffs = waiting(part), helped(part)
    if not open_ones:
        if cliffs:
            asked = _asked(say, part, today)
            return asked[:1].upper() + asked[1:]
        return say.plural("No decision is asked; {n} was taken lately", "No decision is asked; {n} were taken lately", len(taken(part)))
    if len(open_ones) == 1:
        return say("We ask one decision: {title}", title=open_ones[0].title)
    past = sum(one.needed is not None and one.needed < today for one in open_ones)
    asked = say.plural("We ask {n} decision", "We ask {n} decisions", len(open_ones))
    return f"{asked}; {say.plural('{n} is past its date', '{n} are past their date', past)}" if past else asked


def of_domains(say: Words, domains: Sequence[DomainPart]) -> str:
    """How domains are doing."""
    return "; ".join(_domain(say, one) for one in domains)


def _domain(say: Words, one: DomainPart) -> str:
    if one.overdue:
        return say.plural("{domain} has {n} late milestone", "{domain} has {n} late milestones", one.overdue, domain=one.name)
    plain = {"green": say("{domain} is on schedule", domain=one.name), "blue": say("{domain} is finished", domain=one.name)}
    return plain.get(one.computed) or f"{one.name}: {one.rule or one.computed_name}"


def time(say: Words, part: PartnershipSnapshot) -> str:
    """When it ends, or else how late it is."""
    first, last = part.curve.first_end, part.curve.last_end
    if first and last:
        ends = {"first": day(first, say.language), "last": day(last, say.language)}
        end = say("The end is expected on {first}", **ends) if first == last else say("The end is expected between {first} and {last}", **ends)
        return f"{end}; {say('planned {day}', day=day(part.ends, say.language))}" if part.ends else end
    late = [one.late for one in part.milestones if one.late and one.state not in ("done", "cancelled")]
    if late:
        counted = say.plural("{n} milestone is late", "{n} milestones are late", len(late))
        return f"{counted}; {say('the longest by {days}', days=say.days(max(late)))}"
    return say("Nothing is late")


def risks(say: Words, part: PartnershipSnapshot) -> str:
    """How many risks are open, and the gravest."""
    found = [one for one in part.risks if one.kind == "risk"]
    if not found:
        return say.plural("{n} opportunity is open", "{n} opportunities are open", len(part.risks))
    counted = say.plural("{n} risk is open", "{n} risks are open", len(found))
    return f"{counted}; {say('the gravest: ‘{title}’', title=found[0].title)}"


def foundation(say: Words, part: PartnershipSnapshot) -> str:
    """How much of the foundation is shared, and where the partners differ most."""
    agreed = sum(bool(one.words) and not one.waiting for one in part.themes)
    shared = say("All partners agree on {m} of {n} themes", m=agreed, n=len(part.themes)) if part.themes else ""
    widest = say("the widest gap of the Mirror is {gap}", gap=part.gaps[0].gap_words) if part.gaps else ""
    told = "; ".join(filter(None, (shared, widest)))
    return told[:1].upper() + told[1:]


def actions(say: Words, part: PartnershipSnapshot) -> str:
    """How many steps are agreed, and how many are late."""
    late = sum(bool(one.late) for one in part.steps)
    counted = say.plural("{n} next step", "{n} next steps", len(part.steps))
    return f"{counted}; {say.plural('{n} is late', '{n} are late', late)}" if late else f"{counted}; {say('none is late')}"


def of_all(say: Words, parts: Sequence[PartnershipSnapshot]) -> str:
    """How the partnerships of a selection stand."""
    counted = Counter(one.schedule.colour for one in parts if one.schedule)
    told = [say("{n} red", n=counted["red"])] if counted["red"] else []
    told += [say("{n} amber", n=counted["amber"])] if counted["amber"] else []
    many = say.plural("{n} partnership", "{n} partnerships", len(parts))
    return f"{many}: {', '.join(told)}" if told else say("{many}: none is red or amber", many=many)


def pressing(say: Words, parts: Sequence[PartnershipSnapshot], tables: Sequence[Table]) -> list[tuple[str, Table]]:
    """The most pressing of a selection, each table with what it says in a sentence."""
    cliffs = sorted((one.before, part.name) for part in parts for one in part.cliffs[:1] if one.before)
    waits = sorted(((one.waiting, part.name) for part in parts for one in waiting(part)), reverse=True)
    grave = sorted(((one.before, one.title) for part in parts for one in part.risks if one.kind == "risk"), reverse=True)
    told = []
    if any(part.cliffs for part in parts):
        first = {"day": day(cliffs[0][0], say.language), "name": cliffs[0][1]} if cliffs else {}
        told.append(say("A decision still helps until {day}, first at {name}", **first) if first else say("What one has to decide before a cliff"))
    if waits:
        counted = say.plural("{n} decision is asked", "{n} decisions are asked", len(waits))
        told.append(f"{counted}; {say('the longest waits {days}, at {name}', days=say.days(waits[0][0]), name=waits[0][1])}")
    if grave:
        counted = say.plural("{n} risk is open", "{n} risks are open", len(grave))
        told.append(f"{counted}; {say('the gravest: ‘{title}’', title=grave[0][1])}")
    return [*zip(told, tables, strict=True)]
