"""Days late, colours, attention and key figures as they are delivered are those of the oracle."""

from statistics import fmean

from integration.measures.attention import SIGNALS, most_urgent
from integration.measures.colour import fired_rules
from integration.measures.portfolio import figures
from integration.model.partnership import ACTIVE
from integration.services.portfolio import portfolio
from tests.oracle.attention import signals
from tests.oracle.colour import judged, key_days, watermelon
from tests.oracle.comparing import differing, plain
from tests.oracle.plan import DOMAINS


def groups(visit, worked_out):
    """Every partnership and domain: where, the delivered row, and what was worked out."""
    timed = portfolio.read(visit).timed
    for one, whole in worked_out.items():
        yield (one, ""), timed.partnerships.loc[one], whole, whole
        yield from (((one, domain), timed.domains.loc[(one, domain)], whole.domains[domain], whole) for domain in DOMAINS)


def test_how_late_everything_is(looked, worked_out):
    pairs, rows = [], portfolio.read(looked)
    for where, row, group, _ in groups(looked, worked_out):
        pairs += [((*where, "days"), row.late_days, max(group.late.values(), default=0)), ((*where, "key"), row.key_days, key_days(group))]
    pairs += [(one, rows.partnerships.overdue[one], len(whole.late)) for one, whole in worked_out.items()]
    pairs += [
        ((one, domain), plain(rows.domains.overdue[(one, domain)]) or 0, len(whole.domains[domain].late))
        for one, whole in worked_out.items()
        for domain in DOMAINS
    ]

    assert differing(pairs) == []


def test_the_colour_and_the_rules_that_fired(looked, worked_out):
    pairs = []
    for where, row, group, whole in groups(looked, worked_out):
        wanted = judged(group, whole, looked.today)
        pairs.append((where, (row.computed, row["rule"], {*fired_rules(row.fired)}), (wanted.colour, wanted.rule, wanted.applying)))

    assert differing(pairs) == []


def test_watermelons(looked, worked_out):
    pairs = [
        (where, bool(row.watermelon), whole.at_work and watermelon(whole.reports.get(where[1]), judged(group, whole, looked.today).colour))
        for where, row, group, whole in groups(looked, worked_out)
        if where[1]
    ]

    assert differing(pairs) == []


def test_what_asks_for_attention_and_in_which_order(looked, store, worked_out):
    found, wanted = (most_urgent(portfolio.read(looked)), signals(store, worked_out, looked.now, looked.today))
    pairs = [((one, name), int(found.loc[one, name]), wanted.get(one, {}).get(name, 0)) for one in found.index for name in SIGNALS]
    asking = [one for one in found.index if any(wanted.get(one, {}).values())]

    assert differing(pairs) == []
    assert asking == [*found.index[: len(asking)]] == sorted(asking, key=lambda one: [*wanted[one].values()], reverse=True)


def test_key_figures(looked, worked_out):
    found, own = (figures(portfolio.read(looked), looked.today, ACTIVE), [one for one in worked_out.values() if one.at_work])
    plans = [one.schedule for one in own if one.schedule]
    late = {domain: sum(len(one.domains[domain].late) for one in own) for domain in DOMAINS}
    late["foundation"] = sum(len(one.late) for one in own) - sum(late.values())
    pairs = [
        ("at work", found.at_work, len(own)),
        ("delivered", found.delivered, fmean(100 * one.ev / one.bac for one in plans) if plans else None),
        ("due", found.due, fmean(100 * one.pv / one.bac for one in plans) if plans else None),
        ("overdue", found.overdue, sum(len(one.late) for one in own)),
        ("weakest", found.weakest, max(late.values())),
        ("silent", found.silent, sum(one.silent_days > 30 for one in own)),
    ]

    assert differing(pairs) == [] and (not found.weakest or late[str(found.weakest_domain)] == found.weakest)
