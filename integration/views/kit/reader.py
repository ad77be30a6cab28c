"""The reader of a view: in which language, at what moment, and where links may lead."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from integration.days import day_of
from integration.i18n.words import Words, words_in
from integration.model.text import Language


@dataclass(frozen=True, slots=True)
class Reach:
    """Where links lead a reader: from which page, along with which past day ("" leads back to now), to which pages (None: all), and whether to histories."""

    page: str = ""
    day: str | None = None
    pages: frozenset[str] | None = None
    histories: bool = True

    def leads_to(self, page: str, history: bool = False) -> bool:
        """Whether a page, or a history on it, may be opened; the page that is open already always may, in the other language say."""
        return (self.pages is None or page == self.page or page in self.pages) and (self.histories or not history)


EVERYWHERE = Reach()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a view is built for."""

    language: Language
    now: datetime
    reach: Reach = EVERYWHERE

    @property
    def today(self) -> date:
        """The day of this moment."""
        return day_of(self.now)

    @property
    def say(self) -> Words:
        """The words of the reader's language."""
        return words_in(self.language)

    def without_past(self) -> "Reader":
        """The same reader, whose links lead to now."""
        return replace(self, reach=replace(self.reach, day=""))
