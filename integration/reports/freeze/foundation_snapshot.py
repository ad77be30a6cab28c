"""The foundation as a snapshot holds it: themes, and the widest gaps of the newest Mirror."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme of the foundation: the shared words, and which partners agreed to them and which did not yet."""

    name: str
    words: str
    agreed: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapPart:
    """One statement of the newest Mirror on which the partners differ: the mean of each (1–5), and how far apart these are."""

    theme: str
    text: str
    means: tuple[tuple[str, float], ...]
    gap: float
    gap_words: str
