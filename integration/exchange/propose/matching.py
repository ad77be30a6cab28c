"""Matching: which milestone of the plan each line is, and what the line would make of it."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from integration.exchange.propose.line import Line
from integration.model.plan.milestone import Milestone
from integration.model.plan.plan_import import PlanImport
from integration.model.text import Language, Text

LETTERS = {"training": "T", "backoffice": "B", "hrm": "H", "housing": "F", "foundation": "V"}
TEXTS = ("title", "note", "deliverable", "proof", "risk")
DIRECT = ("domain", "starts_on", "due_on", "forecast_on", "done_on", "credit", "weight", "critical", "cancelled", "gate", "source", "serves")
# What a line says of itself, and not of its milestone.
LEFT_OUT = ("milestone",)
SHOWN = ("code", *TEXTS, *DIRECT, "owner", "waits_for")


@dataclass(slots=True)
class Plan:
    """The milestones as they stand, found by id, code or words, and what the last import said of each line."""

    milestones: Mapping[str, Milestone]
    last: Mapping[str, tuple[str, Mapping[str, Any]]]
    by_code: Mapping[str, Milestone] = field(default_factory=dict)
    by_words: Mapping[tuple[str, str], Milestone] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def of(self, line: Line) -> Milestone | None:
        """The milestone that a line is: by the source's own id, its code, or its title and domain; each is found once."""
        key = self.last.get(line.key, ("", {}))[0]
        words = (line.title.casefold(), str(line.values.get("domain") or ""))
        candidates = (self.milestones.get(key), self.milestones.get(line.id), self.by_code.get(line.code), self.by_words.get(words))
        found = next((one for one in candidates if one and one.id not in self.taken), None)
        if found:
            self.taken.add(found.id)
        return found


def plan_before(milestones: Sequence[Milestone], before: PlanImport | None) -> Plan:
    """The plan as lines are compared with it."""
    words: dict[tuple[str, str], Milestone] = {
        (text.casefold(), one.domain): one for one in reversed(milestones) for text in (one.title.nl, one.title.en) if text
    }
    last = {key: (told[0], told[1]) for key, told in json.loads(before.lines).items()} if before else {}
    return Plan({one.id: one for one in milestones}, last, {one.code: one for one in milestones}, words)


def codes_for(lines: Iterable[Line], used: Iterable[str], found: Mapping[int, Milestone]) -> dict[int, str]:
    """A code for each line (by its place): its milestone's, its own, a short id of the source, or the next of its domain."""
    known, given, highest = {*used}, dict[int, str](), dict[str, int]()
    for code in known:
        if match := re.fullmatch(r"([A-Z])(\d+)", code):
            highest[match[1]] = max(highest.get(match[1], 0), int(match[2]))
    for at, line in enumerate(lines):
        if at in found:
            given[at] = found[at].code
            continue
        own = next((one for one in (line.code, line.id) if _is_code(one, line.code) and one not in known), "")
        if not own:
            letter = LETTERS.get(str(line.values.get("domain")), "M")
            highest[letter] = highest.get(letter, 0) + 1
            while (own := f"{letter}{highest[letter]}") in known:
                highest[letter] += 1
        known.add(own)
        given[at] = own
    return given


def _is_code(words: str, own: str) -> bool:
    if not words or len(words) > 20 or "," in words:
        return False
    return words == own or bool(re.fullmatch(r"[A-Z]{1,10}-\d{1,6}", words))


def said_by(line: Line) -> dict[str, Any]:
    """What a line says of each field, in plain values that can be kept and compared."""
    told: dict[str, Any] = {"title": line.title} if line.title and not line.ours else {}
    for name, value in line.values.items():
        if name in LEFT_OUT:
            continue
        told[name] = value.isoformat() if isinstance(value, date) else [*value] if isinstance(value, tuple) else value
    return told


def changed_by(said: Mapping[str, Any], base: Mapping[str, Any] | None, whole: bool) -> dict[str, Any]:
    """What of that counts: not what is empty on first sight, and not what says the same as the last time; all of it in our own files."""
    if whole:
        return {**said}
    return {
        name: value for name, value in said.items() if (value not in (None, "", []) or (base or {}).get(name)) and (base is None or base.get(name) != value)
    }


def with_values(milestone: Milestone, said: Mapping[str, Any], language: Language, owner_id: str | None, waits: tuple[str, ...] | None) -> Milestone:
    """The milestone with what a line says."""
    changes: dict[str, Any] = {}
    for name in TEXTS:
        text: Text = getattr(milestone, name)
        if f"{name}_nl" in said or f"{name}_en" in said:
            text = Text(said.get(f"{name}_nl", text.nl), said.get(f"{name}_en", text.en))
        if name in said:
            text = text.saying(language, said[name] or "")
        changes[name] = text
    for name in DIRECT:
        if name in said:
            value = said[name]
            if name.endswith("_on"):
                changes[name] = date.fromisoformat(value) if value else None
            elif name == "serves":
                changes[name] = tuple(value or ())
            else:
                changes[name] = getattr(milestone, name) if value is None else value
    if owner_id is not None and "owner" in said:
        changes["owner_id"] = owner_id
    if waits is not None:
        changes["waits_for"] = waits
    return replace(milestone, **changes)


def shown(name: str, milestone: Milestone, language: Language, people: Mapping[str, str]) -> Any:
    """A field of a milestone in a value that JSON knows."""
    if name == "owner":
        return people.get(milestone.owner_id, "")
    value = getattr(milestone, name)
    if isinstance(value, Text):
        return value.reading(language).words
    if isinstance(value, date):
        return value.isoformat()
    return [*value] if isinstance(value, tuple) else value
