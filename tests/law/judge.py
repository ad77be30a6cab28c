"""The judge: what breaks the law in one place, and a tally of all that was compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from integration.model.text import Language
from integration.services.core.visit import Visit
from tests.law.figures import Truth, wrong_facts
from tests.law.sentences import comparing_wrongly, contradicting, expecting_the_past

COLUMNS: Mapping[Language, tuple[str, str]] = {"nl": ("Code", "Dagen te laat"), "en": ("Code", "Days late")}


@dataclass(frozen=True)
class Judge:
    """Looks at what places say; `places` and `compared` count how much that was."""

    places: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)

    def wrong(self, place: str, lines: Iterable[str], looked: Visit, truths: Iterable[Truth], told: bool = True) -> list[tuple[str, object]]:
        """What breaks the law in these lines; where sentences are not `told`, only named figures count, for cells of tables run into each other."""
        lines, truths, today = [*lines], [*truths], looked.today
        self.places[place] += 1
        found: list[object] = [*wrong_facts(lines, looked.language, truths, self.compared)]
        if told:
            found += contradicting(lines, today, {day for one in truths for day in one.days}, self.compared)
            found += [*expecting_the_past(lines, today, self.compared), *comparing_wrongly(lines, self.compared)]
        return [(place, one) for one in found]

    def wrong_rows(self, files: Mapping[str, list[dict[str, Any]]], language: Language, truth: Truth) -> Iterator[tuple[str, object]]:
        """The rows of its milestones in files that are another number of days late."""
        code, days = COLUMNS[language]
        for ending, rows in files.items():
            self.places[ending] += 1
            self.compared[f"late in {ending}"] += len(rows)
            yield from ((ending, row) for row in rows if int(float(row[days])) != truth.late_by_code[row[code]])

    def wrong_snapshot(self, part: dict[str, Any], truth: Truth) -> Iterator[tuple[str, object]]:
        """What a pack froze of each domain and milestone that is otherwise."""
        self.places["JSON"] += 1
        self.compared["late in JSON"] += len(part["milestones"])
        self.compared["domains in JSON"] += len(part["domains"])
        for domain in part["domains"]:
            own, told = truth.whole.domains[domain["key"]], (domain["overdue"], domain["progress"])
            if told != (len(own.late), None if own.progress is None else round(own.progress, 4)):
                yield ("JSON", (domain["key"], told))
        yield from (("JSON", one["code"]) for one in part["milestones"] if one["late"] != truth.late_by_code[one["code"]])
