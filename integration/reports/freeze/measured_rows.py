"""The measured rows of every partnership by its id, found once for a whole pack; asking a frame for each again takes many times longer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from integration.reports.freeze.sources import Measured
from integration.views.portfolio.portfolio import timed_rows


@dataclass(frozen=True, slots=True)
class MeasuredRows:
    """Rows by partnership id, and by id and domain; `cliffs` are frames, for those partnerships that have any."""

    measured: Measured
    partnerships: Mapping[str, Any]
    domains: Mapping[tuple[str, str], Any]
    timed: Mapping[tuple[str, str], Any]
    schedules: Mapping[str, Any]
    cliffs: Mapping[str, Any]
    names: Mapping[str, str]


def measured_rows(measured: Measured) -> MeasuredRows:
    """The rows of these measurements by what they are about."""
    portfolio, timed = measured.portfolio, measured.portfolio.timed
    return MeasuredRows(
        measured=measured,
        partnerships={str(row.Index): row for row in portfolio.partnerships.itertuples()},
        domains=dict(zip(portfolio.domains.index, portfolio.domains.itertuples(index=False), strict=True)),
        timed=timed_rows(portfolio, portfolio.domains.index),
        schedules=dict(zip(timed.partnerships.index, timed.partnerships.itertuples(index=False), strict=True)),
        cliffs={str(owner): frame for owner, frame in timed.cliffs.groupby("partnership")},
        names={**portfolio.organisations, **portfolio.people},
    )
