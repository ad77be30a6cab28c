"""Thresholds: the rules by which colours and flags are computed; one record for everybody, printed where colours are shown."""

from dataclasses import dataclass

from integration.errors import Problem
from integration.model.record import Record

THE_ONE = "00000000-0000-7000-8000-000000000002"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds(Record):
    """Where green ends and red begins (ours; see docs/glossary.md), in SPI(t), days, and points of confidence."""

    id: str = THE_ONE
    spi_green: float = 0.95
    spi_red: float = 0.85
    overdue_red: int = 30
    forecast_red: int = 60
    silent_days: int = 30
    confidence_low: int = 4
    confidence_drop: int = 3
    near_critical: int = 5
    behind_red: int = 90
    behind_amber: int = 30
    late_red: int = 90
    late_amber: int = 14


DAYS = ("overdue_red", "forecast_red", "silent_days", "near_critical", "behind_red", "behind_amber", "late_red", "late_amber")
# Nobody is behind by no days at all, nor silent; the others may begin at once.
AT_LEAST_ONE = ("silent_days", "behind_red", "behind_amber")


def threshold_problems(wanted: Thresholds) -> list[Problem]:
    """Every rule these thresholds break."""
    problems = []
    if not 0.1 <= wanted.spi_green <= 1:
        problems.append(Problem("spi_green", "Choose a number from 0.10 to 1.00."))
    if not 0.1 <= wanted.spi_red <= 1:
        problems.append(Problem("spi_red", "Choose a number from 0.10 to 1.00."))
    elif wanted.spi_red > wanted.spi_green:
        problems.append(Problem("spi_red", "Red cannot begin above where green ends; choose a lower number."))
    days = [name for name in DAYS if not (1 if name in AT_LEAST_ONE else 0) <= getattr(wanted, name) <= 365]
    points = [name for name in ("confidence_low", "confidence_drop") if not 1 <= getattr(wanted, name) <= 9]
    problems += [Problem(name, "Choose a number of days up to 365.") for name in days]
    pairs = [("behind_red", "behind_amber"), ("late_red", "late_amber")]
    crossed = [red for red, amber in pairs if getattr(wanted, red) < getattr(wanted, amber) and not {red, amber} & {*days}]
    problems += [Problem(name, "Red cannot begin before amber; choose a higher number.") for name in crossed]
    return problems + [Problem(name, "Choose a number from 1 to 9.") for name in points]
