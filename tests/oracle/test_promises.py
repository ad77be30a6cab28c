"""What became of promises, what misses the school year and until when a decision helps, as they are delivered, are those of the oracle."""

from datetime import date

import pytest

from integration.services.portfolio import portfolio
from tests.oracle.comparing import differing, plain
from tests.oracle.plan import DOMAINS
from tests.oracle.promises.cliff import cliffs, easter, public_holidays, shared_holidays, working_day
from tests.oracle.promises.promise import expected, moved
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


def test_what_newer_baselines_moved_and_left_out(looked, store, worked_out):
    rows = portfolio.read(looked).timed.partnerships
    baselines, lines = (by(store.known(table, looked.now)) for table in ("baseline", "baseline_line"))
    wanted = {one: moved(baselines[one], lines[one]) for one in worked_out}

    assert differing(((one, name), plain(rows.loc[one, name]), value) for one, told in wanted.items() for name, value in told.items()) == []


def test_when_the_rest_is_expected_and_what_was_cancelled(looked, worked_out):
    timed, pairs = portfolio.read(looked).timed, []
    for one, whole in worked_out.items():
        groups = [("", whole, timed.partnerships.loc[one]), *((each, whole.domains[each], timed.domains.loc[(one, each)]) for each in DOMAINS)]
        pairs += [((one, where, name), plain(row[name]), value) for where, group, row in groups for name, value in expected(group, looked.today).items()]

    assert differing(pairs) == []
