"""What became of promises, as it is delivered, is that of the oracle."""

from integration.services.portfolio import portfolio
from tests.oracle.comparing import differing, plain
from tests.oracle.plan import DOMAINS
from tests.oracle.promise import expected, moved
from tests.oracle.store import by


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
