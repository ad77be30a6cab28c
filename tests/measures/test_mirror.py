"""The Mirror in numbers: the worked example, its laws, and nothing of fewer than three."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.mirror import asks_for_agenda, eta_squared, field, mirrored, one_decimal, r_wg, shared_by_round, shared_score
from integration.measures.objective import attained

SCHOOL, COMPANY = [4, 4, 5, 3, 4], [2, 3, 2, 3, 2]
SCORES = st.lists(st.integers(1, 5), min_size=3, max_size=12)


def one(**scores):
    rows = [("s", name, score) for name, own in scores.items() for score in own]
    return mirrored(pd.DataFrame(rows, columns=["statement", "organisation", "score"])).loc["s"]


def test_the_worked_example_is_reproduced():
    found = one(school=SCHOOL, company=COMPANY)

    assert (found.means, found.agreements["school"], found.agreements["company"]) == ({"school": 4.0, "company": 2.4}, 0.75, pytest.approx(0.85))
    assert [round(found[name], 2) for name in ("gap", "pooled", "eta", "level", "shared")] == [1.6, 0.47, 0.67, 0.55, 0.33]
    assert (found.field, found.widest) == ("talk first", ("company", "school"))


@given(SCORES, SCORES)
def test_it_is_symmetric_in_the_partners(first, second):
    here, there = one(a=first, b=second), one(a=second, b=first)

    for name in ("level", "gap", "pooled", "eta", "shared"):
        assert math.isclose(here[name], there[name], abs_tol=1e-9)
    assert here.field == there.field


@given(SCORES, SCORES)
def test_shared_is_never_above_level_and_shares_lie_within_0_and_1(first, second):
    found = one(a=first, b=second)

    assert found.shared <= found.level + 1e-12
    assert all(0 <= share <= 1 for share in (found.level, found.pooled, found.eta, *found.agreements.values()))
    assert 0 <= found.gap <= 4


@given(SCORES)
def test_equal_answers_give_no_gap_and_no_difference_between(scores):
    found = one(a=scores, b=scores)

    assert (found.gap, round(found.eta, 12)) == (0, 0)
    assert math.isclose(found.shared, found.level)


@pytest.mark.parametrize("few", [[], [1], [5, 5]])
def test_of_fewer_than_three_nothing_is_measured(few):
    alone, beside = one(a=SCHOOL), one(a=SCHOOL, b=few)

    assert (beside.means, beside.counts, beside.agreements) == (alone.means, alone.counts, alone.agreements) == ({"a": 4.0}, {"a": 5}, {"a": 0.75})
    assert beside[["level", "gap", "pooled", "eta", "shared"]].isna().all() and (beside.field, beside.widest) == ("", ())


@given(SCORES, SCORES, st.lists(st.integers(1, 5), max_size=2))
def test_a_small_third_partner_leaves_no_trace(first, second, few):
    beside, alone = one(a=first, b=second, c=few), one(a=first, b=second)

    assert beside.equals(alone)


def test_of_three_partners_the_widest_pair_counts():
    found = one(a=[5, 5, 5], b=[4, 4, 4], c=[2, 2, 2])

    assert (found.gap, found.widest) == (3, ("a", "c"))


@pytest.mark.parametrize(
    ("level", "gap", "name"),
    [
        (0.7, 0.5, "strength"),
        (0.5, 0.94, "shared gap"),
        (0.5, 0.95, "talk first"),
        (0.7, 0.949, "strength"),
        (0.625, 1.0, "blind spot"),
        (0.6, 1.0, "talk first"),
        (0.625, 0, "strength"),
    ],
)
def test_four_fields(level, gap, name):
    assert field(level, gap) == name


@pytest.mark.parametrize(
    ("gap", "shown", "asks"), [(1.44, 1.4, False), (1.449999, 1.4, False), (4.0 - 2.55, 1.5, True), (1.45, 1.5, True), (1.54, 1.5, True), (1.25, 1.3, False)]
)
def test_a_gap_is_judged_as_it_is_shown(gap, shown, asks):
    assert (one_decimal(gap), asks_for_agenda(gap)) == (shown, asks)


def test_an_unknown_gap_asks_for_nothing():
    assert math.isnan(one_decimal(math.nan)) and not asks_for_agenda(math.nan)


@given(st.floats(0, 4))
def test_rounding_a_gap_moves_it_by_half_a_tenth_at_most_and_once(gap):
    assert abs(one_decimal(gap) - gap) <= 0.05 + 1e-8
    assert one_decimal(one_decimal(gap)) == one_decimal(gap)


def test_when_everybody_says_the_same_there_is_no_spread():
    assert (r_wg(pd.Series([3, 3, 3]).to_numpy()), eta_squared([pd.Series([3, 3]).to_numpy(), pd.Series([3]).to_numpy()])) == (1.0, 0.0)


def test_the_shared_score_of_a_round_is_the_mean_of_what_is_known():
    rows = [("s", "a", 5)] * 3 + [("s", "b", 5)] * 3 + [("t", "a", 1)] * 3
    found = mirrored(pd.DataFrame(rows, columns=["statement", "organisation", "score"]))

    assert shared_score(found) == 1.0
    assert shared_score(found.loc[["t"]]) is None


@pytest.mark.parametrize(
    ("start", "latest", "target", "share"), [(0, 50, 200, 0.25), (100, 50, 0, 0.5), (10, None, 20, None), (5, 7, 5, None), (0, 30, 20, 1.5)]
)
def test_attained_is_the_way_that_is_behind_us(start, latest, target, share):
    assert attained(start, latest, target) == share


@given(st.lists(st.tuples(st.sampled_from("rs"), st.sampled_from("xy"), st.sampled_from("abc"), st.integers(1, 5)), max_size=60))
def test_many_rounds_at_once_are_each_alone(rows):
    answers = pd.DataFrame(rows, columns=["round", "statement", "organisation", "score"])
    means = answers.groupby(["round", "statement", "organisation"]).score.agg(["count", "mean"]).reset_index()
    together = shared_by_round(means).to_dict()
    alone = {one: shared_score(mirrored(own)) for one, own in answers.groupby("round")}

    assert together == pytest.approx({one: score for one, score in alone.items() if score is not None})


def test_almost_no_spread_is_spread_still():
    scores = pd.Series([3.0, 3.0]).to_numpy(), pd.Series([3.0, 3.2]).to_numpy()

    assert eta_squared([*scores]) == pytest.approx(1 / 3)
    assert (eta_squared([scores[0], scores[0]]), r_wg(scores[0][:1]), r_wg(scores[1]) < 1) == (0.0, 1.0, True)


def test_the_shared_score_is_the_mean_of_three_statements_and_not_the_middle():
    rows = [(name, who, score) for name, score in (("s", 1), ("t", 1), ("u", 5)) for who in "ab" for _ in range(3)]
    answers = pd.DataFrame(rows, columns=["statement", "organisation", "score"])
    means = answers.assign(round="r").groupby(["round", "statement", "organisation"]).score.agg(["count", "mean"]).reset_index()

    assert shared_score(mirrored(answers)) == pytest.approx(1 / 3)
    assert shared_by_round(means).r == pytest.approx(1 / 3)


def test_statements_keep_the_order_they_were_asked_in():
    rows = [(name, "a", 3) for name in ("t", "s") for _ in range(3)]

    assert [*mirrored(pd.DataFrame(rows, columns=["statement", "organisation", "score"])).index] == ["t", "s"]
