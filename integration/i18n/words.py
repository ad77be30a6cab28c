"""Words: the catalogue of one language; English sentences are the message ids, so only other languages have a file."""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from integration.errors import IneenError, Problem
from integration.model.text import Language

FOLDER = Path(__file__).parent


class Words:
    """Says a message in one language: `say("Hello {name}", name=…)`."""

    def __init__(self, language: Language, messages: dict[str, str | tuple[str, ...]]) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, message: str, **details: object) -> str:
        found = self._messages.get(message)
        words = found if isinstance(found, str) and found else message
        return words.format(**details) if details else words

    def plural(self, one: str, many: str, n: int, **details: object) -> str:
        """The message for `n` things; both forms may name {n}."""
        found = self._messages.get(one)
        forms = found if isinstance(found, tuple) and all(found) else (one, many)
        return forms[0 if n == 1 else 1].format(n=n, **details)

    def days(self, n: int) -> str:
        """A number of days, such as 1 day."""
        return self.plural("{n} day", "{n} days", n)

    def error(self, error: IneenError) -> str:
        """The sentence of an error."""
        return self(error.sentence, **error.details) if error.details else self(error.sentence)

    def problem(self, problem: Problem) -> str:
        """The sentence of a broken rule."""
        return self(problem.sentence, **problem.details)


@cache
def words_in(language: Language) -> Words:
    """The words of a language."""
    return Words(language, _messages(FOLDER / f"{language}.po"))


def _messages(file: Path) -> dict[str, str | tuple[str, ...]]:
    if not file.exists():
        return {}
    with file.open("rb") as handle:
        catalogue = read_po(handle)
    return {
        (one.id if isinstance(one.id, str) else one.id[0]): one.string if isinstance(one.string, str) else tuple(one.string or ())
        for one in catalogue
        if one.id
    }
