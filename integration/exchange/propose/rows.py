"""Making rows: each line beside its milestone, what would change and why, and the questions between file and plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Any

from integration.exchange.propose.asking import Asking
from integration.exchange.propose.line import Line
from integration.exchange.propose.matching import SHOWN, Plan, changed_by, codes_for, said_by, shown, with_values
from integration.exchange.propose.proposal import Action, Here, ProposedRow
from integration.i18n.typed.people import bearers
from integration.i18n.words import Words
from integration.model.plan.milestone import GATES, Milestone, milestone_problems
from integration.model.text import Text

NEW = "new:"
VANISHED = "vanished"


@dataclass(slots=True)
class RowMaker:
    """Makes a proposed row of every line of a file; `names` are those of people by id."""

    say: Words
    asking: Asking
    here: Here
    plan: Plan
    lines: list[Line]
    names: Mapping[str, str]
    codes: dict[int, str] = field(default_factory=dict)
    found: dict[int, Milestone] = field(default_factory=dict)

    def rows(self) -> list[ProposedRow]:
        """Every line as a row, and what the source no longer holds."""
        taken = self._taken()
        self.found = {at: one for at in taken if (one := self.plan.of(self.lines[at]))}
        coded = codes_for((self.lines[at] for at in taken), self.plan.by_code, {place: self.found[at] for place, at in enumerate(taken) if at in self.found})
        self.codes = {at: coded[place] for place, at in enumerate(taken)}
        named = {name: code for at, code in self.codes.items() for name in _names(self.lines[at])}
        rows = [self._row(at, line, named) for at, line in enumerate(self.lines)]
        return [*self._without_circles(rows), *self._vanished()]

    def new_names(self, rows: Sequence[ProposedRow]) -> tuple[str, ...]:
        """The names of owners whom nobody here bears."""
        wanted = (one.after.owner_id.removeprefix(NEW) for one in rows if one.after and one.after.owner_id.startswith(NEW) and one.action in ("add", "change"))
        return tuple(dict.fromkeys(wanted))

    def promised(self, rows: Sequence[ProposedRow]) -> dict[str, date]:
        """What the source promised of the milestones of these rows, by milestone id."""
        return {one.after.id: line.promised for one, line in zip(rows, self.lines, strict=False) if line.promised and one.after and not line.ours}

    def _taken(self) -> list[int]:
        seen: dict[str, int] = {}
        taken = []
        for at, line in enumerate(self.lines):
            if line.skipped or line.refused:
                continue
            if line.key in seen:
                line.refused.append(self.say("Row {row} bears the same id, code or title; give this one another.", row=self.lines[seen[line.key]].row))
                continue
            seen[line.key] = at
            taken.append(at)
        return taken

    def _row(self, at: int, line: Line, named: Mapping[str, str]) -> ProposedRow:
        said, before = said_by(line), self.found.get(at)
        if line.skipped or line.refused:
            return ProposedRow(
                line.row, line.sheet, "refuse" if not line.skipped else "skip", line.title, _plain(said), " ".join([line.skipped or "", *line.refused]).strip()
            )
        base = self.plan.last.get(line.key, (None, None))[1] if before else None
        waits = self._waits(line, named)
        if "waits_for" in said:
            said["waits_for"] = [*waits]
        counts = changed_by(said, base, line.ours)
        after = self._after(line, before or self._blank(at), counts)
        if before and base is not None:
            after = self._kept(line, before, after, base)
        problems = milestone_problems(after, self.here.partnership.starts_on, self.here.today)
        open_ones = [*dict.fromkeys(one for one in line.asked if one in {question.id for question in self.asking.open})]
        changed = {name: value for name in SHOWN if (value := self._difference(name, before, after)) is not None}
        action: Action = "ask" if open_ones else "refuse" if problems else "add" if before is None else "change" if changed else "same"
        why = [self.asking.met[one].question for one in open_ones] or [self.say.problem(one) for one in problems] or [self._reason(line, before)]
        fields = _plain(said) if action in ("ask", "refuse") else changed
        return ProposedRow(line.row, line.sheet, action, line.title, fields, " ".join([*why, *line.told]), line.key, after, said)

    def _blank(self, at: int) -> Milestone:
        line = self.lines[at]
        own: dict[str, Any] = {"id": line.id} if line.ours and len(line.id) == 36 and line.id not in self.plan.milestones else {}
        domain: Any = line.values.get("domain") or "foundation"
        return Milestone(partnership_id=self.here.partnership.id, code=self.codes[at], domain=domain, title=Text(), **own)

    def _after(self, line: Line, milestone: Milestone, counts: dict[str, Any]) -> Milestone:
        owner = None
        if "owner" in counts:
            current = self.names.get(milestone.owner_id, "")
            owner = milestone.owner_id if current == counts["owner"] else self._person(line, counts["owner"] or "")
        if counts.get("gate") not in (None, *GATES):
            del counts["gate"]
        if line.ours and line.code:
            milestone = replace(milestone, code=line.code)
        waits = tuple(counts["waits_for"]) if "waits_for" in counts else None
        after = with_values(milestone, counts, self.say.language, owner, waits)
        if "partner" in counts:
            partner = next((one for one, name in self.here.partners.items() if name == counts["partner"]), "")
            after = replace(after, partner_id=partner)
        if len(line.owners) > 1:
            line.told.append(self.say("Its owner is {first}; also named: {others}.", first=line.owners[0], others=", ".join(line.owners[1:])))
        return after if line.ours else self._dated(line, milestone, after)

    def _dated(self, line: Line, before: Milestone, after: Milestone) -> Milestone:
        """Keep the day it was done in step with how far it is; a day is taken from the file alone, and never that of today."""
        if after.done_on and not after.done:
            if line.values.get("done_on") and line.values.get("credit") is None:
                return replace(after, credit=100.0)
            return replace(after, done_on=None)
        if after.done and after.done_on is None and not before.done:
            day = next((one for one in (after.forecast_on, after.due_on) if one and one <= self.here.today), None)
            if day:
                line.told.append(self.say("The file does not say when it was done; the day that it was expected counts."))
            return replace(after, done_on=day)
        return after

    def _kept(self, line: Line, before: Milestone, after: Milestone, base: Mapping[str, Any]) -> Milestone:
        """Ask of every field that was changed here since the last import, and in the file too."""
        then = self._after(Line(line.row, line.sheet, line.id, line.code, line.title), before, {**base})
        for name in SHOWN:
            stored = "owner_id" if name == "owner" else name
            here, there, was = (getattr(one, stored) for one in (before, after, then))
            if here in (there, was) or (name == "done_on" and after.done == before.done):
                continue
            shown_as = [shown(name, one, self.say.language, self.names) for one in (before, after)]
            question = self.say("{code}: {field} was changed here to “{here}” since the last import, and the file says “{there}”. Which counts?",
                                code=before.code, field=name, here=shown_as[0], there=shown_as[1])  # fmt: skip
            answer = self.asking.ask(f"keep:{before.code}:{name}", question, ("here", "file"))
            if answer is None:
                line.asked.append(f"keep:{before.code}:{name}")
            if answer != "file":
                after = replace(after, **{stored: here})
        return after

    def _person(self, line: Line, name: str) -> str:
        found = bearers(name, self.here.people) if name else [""]
        if len(found) < 2:
            return found[0] if found else NEW + name
        asked = f"owner:{name[:60]}"
        addresses = {self.here.people[one].email or one: one for one in found}
        answer = self.asking.ask(asked, self.say("{n} people are called “{value}”. Who is meant?", n=len(found), value=name[:60]), tuple(addresses))
        if answer is None:
            line.asked.append(asked)
        return addresses.get(answer or "", "")

    def _waits(self, line: Line, named: Mapping[str, str]) -> tuple[str, ...]:
        waits = []
        for link in line.links:
            code = named.get(link.to) or (link.to if link.to in self.plan.by_code else "")
            if not code:
                line.told.append(self.say("It waits for {what}, which is not taken along.", what=link.to))
            elif link.kind != "FS":
                line.told.append(self.say("A link of the kind {kind} with {what} is not kept.", kind=link.kind, what=code))
            else:
                waits.append(code)
                if link.lag:
                    line.told.append(self.say("It waits for {what}; the lag of {lag} is not kept.", what=code, lag=link.lag))
        return tuple(dict.fromkeys(waits))

    def _difference(self, name: str, before: Milestone | None, after: Milestone) -> Any:
        new = shown(name, after, self.say.language, self.names)
        if name == "owner" and after.owner_id.startswith(NEW):
            new = after.owner_id.removeprefix(NEW)
        if before is None:
            return new if new not in (None, "", [], False) or name in ("credit", "due_on") else None
        stored = "owner_id" if name == "owner" else name
        if getattr(before, stored) == getattr(after, stored):
            return None
        return {"old": shown(name, before, self.say.language, self.names), "new": new}

    def _reason(self, line: Line, before: Milestone | None) -> str:
        if before is None:
            return self.say("There is nothing like it in the plan yet.")
        known = self.plan.last.get(line.key, ("",))[0] == before.id or line.id == before.id
        by = self.say("its id") if known and line.id else self.say("its code") if line.code == before.code else self.say("its title and domain")
        return self.say("It is {code}, known by {by}.", code=before.code, by=by)

    def _without_circles(self, rows: list[ProposedRow]) -> list[ProposedRow]:
        """Refuse rows that wait for each other, and take what was refused out of what others wait for."""
        for _ in range(50):
            going = {one.after.code: one.after for one in rows if one.after and one.action in ("add", "change", "same", "ask")}
            replaced = {after.id for after in going.values()}
            plan = {one.code: one for one in self.here.milestones if one.id not in replaced} | going
            try:
                TopologicalSorter({code: {*one.waits_for} & plan.keys() for code, one in plan.items()}).prepare()
            except CycleError as error:
                circle = {*error.args[1]} & going.keys()
                why = self.say("These milestones wait for each other in a circle: {circle}.", circle=" → ".join(reversed(error.args[1])))
                rows = [replace(one, action="refuse", why=why) if one.after and one.after.code in circle else one for one in rows]
                if not circle:
                    return rows
                continue
            return [self._waiting_for(one, plan) for one in rows]
        return rows

    def _waiting_for(self, row: ProposedRow, plan: Mapping[str, Milestone]) -> ProposedRow:
        gone = [code for code in row.after.waits_for if code not in plan] if row.after else []
        if not gone or row.after is None:
            return row
        told = " ".join(self.say("It waits for {what}, which is not taken along.", what=code) for code in gone)
        return replace(row, after=replace(row.after, waits_for=tuple(one for one in row.after.waits_for if one in plan)), why=f"{row.why} {told}")

    def _vanished(self) -> list[ProposedRow]:
        """What the last file held and this one does not: called off only where that is asked for, and not where most is missing."""
        seen, last = {one.key for one in self.lines}, self.plan.last
        gone = [
            (key, one)
            for key, (id_, _) in last.items()
            if key not in seen and (one := self.plan.milestones.get(id_)) and one.open and one.id not in self.plan.taken
        ]
        if not gone or len(gone) * 2 > len(last):
            return []
        cancel = self.asking.answers.get(VANISHED) == "cancel"
        why = (
            self.say("It is not in the file any more.") if cancel else self.say("It is not in the file any more; it is cancelled only where you ask for that.")
        )
        fields = {"cancelled": {"old": False, "new": True}}
        title = self.say.language
        return [
            ProposedRow(None, "", "change" if cancel else "skip", one.title.reading(title).words, fields, why, key, replace(one, cancelled=True), {})
            for key, one in gone
        ]


def _plain(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _names(line: Line) -> list[str]:
    """What other lines may call it, the surest last."""
    return [one for one in (line.title, line.place, line.code, line.id) if one]
