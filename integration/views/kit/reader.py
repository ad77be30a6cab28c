"""The reader of a view: in which language, and at what moment."""

from dataclasses import dataclass
from datetime import date, datetime

from integration.i18n.words import Words, words_in
from integration.model.text import Language


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a view is built for."""

    language: Language
    now: datetime

    @property
    def today(self) -> date:
        """The day of this moment."""
        return self.now.date()

    @property
    def say(self) -> Words:
        """The words of the reader's language."""
        return words_in(self.language)
