"""A key figure: one number at the top of a page, with its trend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number with its trend over the last weeks; `worse` says the change is unwelcome, `href` where its things are."""

    label: str
    value: str
    note: str
    change: str
    worse: bool
    history: tuple[float, ...]
    href: str = ""
