"""Questions: what a file leaves open, asked once each, with what would be chosen; nothing is guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Accepts = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to choose: what it is called, the question in the reader's words, and the choices, the proposed one first."""

    id: str
    question: str
    options: tuple[str, ...]
    # Whether something else than the options may be answered, such as a day.
    free: bool = False


@dataclass(slots=True)
class Asking:
    """The answers that were given, and the questions met on the way, in the order in which they were met."""

    answers: Mapping[str, str]
    met: dict[str, Question] = field(default_factory=dict)

    def ask(self, name: str, question: str, options: tuple[str, ...], accepts: Accepts | None = None) -> str | None:
        """The answer to a question, or None while there is none that fits it."""
        self.met.setdefault(name, Question(name, question, options, accepts is not None))
        answer = self.answers.get(name, "").strip()
        fits = answer in options or bool(answer and accepts and accepts(answer))
        return answer if fits else None

    @property
    def answered(self) -> dict[str, str]:
        """The answers that were met and fit."""
        still = {one.id for one in self.open}
        return {name: self.answers[name].strip() for name in self.met if name not in still}

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions without an answer that fits."""
        return tuple(one for one in self.met.values() if self.ask(one.id, one.question, one.options, _a_day if one.free else None) is None)


def _a_day(answer: str) -> bool:
    return len(answer) == 10 and answer[4] == answer[7] == "-" and answer.replace("-", "").isdigit()
