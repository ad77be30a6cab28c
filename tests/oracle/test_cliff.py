"""What misses the school year, and until when a decision helps, as it is delivered is that of the oracle."""

from datetime import date

import pytest

from integration.services.portfolio import portfolio
from tests.oracle.cliff import cliffs, easter, public_holidays, shared_holidays, working_day
from tests.oracle.comparing import differing, plain
from tests.oracle.store import by


@pytest.mark.parametrize(("year", "day"), [(2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)), (2030, date(2030, 4, 21))])
def test_the_oracle_knows_when_easter_is(year, day):
    assert easter(year) == day
    assert working_day(day, ()) < day and date(year, 12, 25) in public_holidays(year)


def test_every_cliff(looked, store, worked_out):
    frame, shut = portfolio.read(looked).timed.cliffs, shared_holidays()
    own = by(store.known("holiday", looked.now))
    found = {(str(one.partnership), str(one.code)): one for one in frame.itertuples()}
    wanted = {(one, code): told for one, whole in worked_out.items() for code, told in cliffs(whole, looked.today, shut | days(own[one])).items()}
    pairs = [((*key, name), plain(getattr(found[key], name)), value) for key in found.keys() & wanted.keys() for name, value in wanted[key].items()]

    assert {*found} == {*wanted} and differing(pairs) == []


def days(holidays):
    """The days that a partnership's own holidays close."""
    return {date.fromordinal(day) for one in holidays for day in range(one["first_on"].toordinal(), one["last_on"].toordinal() + 1)}
