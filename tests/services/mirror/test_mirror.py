"""The Mirror: blind until closed, closed for good, and nothing of fewer than three."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid
from integration.errors.mirror import RoundClosed
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.mirror import answer, mirror
from integration.views.mirror.mirror import mirror_table, mirror_view, trend_view
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, THIRD, TODAY, a_visit, an_organisation, fields_of, save
from tests.services.mirror.rounds import BODIES, THEME, a_round, answers, begun, closed, shut


def test_it_is_blind_until_it_closes_for_administrators_too(bridge):
    one, tokens = begun(bridge)
    answers(bridge, tokens[SCHOOL], 5, "first")

    assert mirror.result(a_visit(bridge), one) is None
    assert mirror.shared_scores(a_visit(bridge)) == {}
    outcome = mirror.result(a_visit(bridge), shut(bridge, one))
    assert outcome is not None


def test_a_round_closes_by_itself_after_its_last_day(bridge):
    one, _ = begun(bridge)

    assert mirror.result(a_visit(bridge, now=NOON + timedelta(days=14)), one) is None
    assert mirror.result(a_visit(bridge, now=NOON + timedelta(days=15)), one) is not None


def test_a_closed_round_shows_means_gap_and_shared_score(bridge):
    outcome = mirror.result(a_visit(bridge), closed(bridge))
    assert outcome
    view = mirror_view(a_visit(bridge).reader, outcome, BODIES, [])

    assert [(row.means[0][2], row.means[1][2], row.gap_words, row.proposes) for row in view.rows] == [("4.0", "2.0", "2.0", True)] * 3
    assert view.answered == (("ROC De Brug", "3 answers"), ("Machinefabriek", "3 answers"))
    assert mirror.shared_scores(a_visit(bridge))[BRIDGE][0] == pytest.approx(0.25)


def everything_of(database, one) -> str:
    """All that can be shown or downloaded of a round, now and as of every day around it."""
    told = []
    for back in range(4):
        for now in (NOON, NOON + timedelta(days=40)):
            asking = visit(database, Cache(), "en", now, now.date() - timedelta(days=back))
            outcome = mirror.result(asking, one)
            if outcome:
                view = mirror_view(asking.reader, outcome, BODIES, [])
                table = mirror_table(asking.reader, view)
                trend = trend_view(asking.reader, [outcome, outcome])
                told.append(f"{view}{table}{outcome.found.to_dict()}{outcome.remarks}{mirror.shared_scores(asking)}{trend}")
    return " ".join(told)


def test_a_hidden_partner_cannot_be_derived_from_anything(bridge):
    low, high = (everything_of(bridge, closed(bridge, company=scores)) for scores in ((1, 1), (5, 5)))

    # What is told is the same whatever the two people said, and their words are in none of it.
    def unnamed(words):
        return re.sub(r"[0-9a-f-]{30,}", "", words)

    assert unnamed(low) == unnamed(high)
    assert f"remark of {COMPANY[-2:]}" not in low
    assert "fewer than 3 answers" in low


def test_a_score_missing_on_one_statement_hides_it_on_that_statement_alone(bridge):
    one, tokens = begun(bridge)
    ids = [row.id for row in answer.asked(a_visit(bridge), tokens[SCHOOL]).statements]
    for at in range(3):
        answer.answer(a_visit(bridge), tokens[SCHOOL], f"s{at}", dict.fromkeys(ids, 4), "")
        answer.answer(a_visit(bridge), tokens[COMPANY], f"c{at}", {**dict.fromkeys(ids, 2), ids[0]: None if at else 2}, "")
    outcome = mirror.result(a_visit(bridge), shut(bridge, one))

    assert outcome and COMPANY not in outcome.found.means[ids[0]] and outcome.found.gap.isna().tolist().count(True) == 1


def test_rounds_keep_their_words_and_only_the_same_words_are_compared(bridge):
    first = mirror.result(a_visit(bridge), closed(bridge))
    second = mirror.result(a_visit(bridge), closed(bridge, company=(4, 4, 4)))
    assert first and second
    changed = replace(second.statements[0], text=Text("Anders", "Otherwise"))
    reworded = replace(second, statements=(changed, *second.statements[1:]))

    same, other = (trend_view(a_visit(bridge).reader, [first, each]) for each in (second, reworded))
    assert ([row[1:] for row in same.scores.rows], same.left_out) == ([("25 %", "75 %")] * 3, "")
    assert (len(other.scores.rows), other.left_out) == (2, "1 statement was worded otherwise before and is not compared.")


@pytest.mark.parametrize(
    ("wanted", "themes", "fields"),
    [
        ({"name": Text()}, THEME, ["name"]),
        ({}, [], ["themes"]),
        ({"organisations": (SCHOOL,)}, THEME, ["organisations"]),
        ({"closes_on": TODAY - timedelta(days=1)}, THEME, ["closes_on"]),
    ],
)
def test_a_round_that_asks_nothing_of_nobody_is_refused(bridge, wanted, themes, fields):
    with pytest.raises(Invalid) as refused:
        mirror.begin(a_visit(bridge), a_round(**wanted), themes)
    assert fields_of(refused.value.problems) == fields


def test_a_closed_round_stays_closed(bridge):
    one, tokens = begun(bridge)
    late = a_visit(bridge, now=NOON + timedelta(days=15))
    for visit_, seen in ((late, one), (a_visit(bridge), shut(bridge, one))):
        with pytest.raises(Invalid) as refused:
            mirror.extend(visit_, seen, TODAY + timedelta(days=40))
        assert fields_of(refused.value.problems) == ["closes_on"]
    with pytest.raises(RoundClosed):
        answers(bridge, tokens[SCHOOL], 5, "late")


def test_an_open_round_may_get_another_last_day_that_is_not_past(bridge):
    one, _ = begun(bridge)
    with pytest.raises(Invalid):
        mirror.extend(a_visit(bridge), one, TODAY - timedelta(days=1))
    longer = mirror.extend(a_visit(bridge), one, TODAY + timedelta(days=40))

    assert mirror.result(a_visit(bridge, now=NOON + timedelta(days=30)), longer) is None


def test_a_past_day_before_closing_shows_nothing(bridge):
    one = closed(bridge)
    [then] = mirror.rounds(a_visit(bridge, now=NOON + timedelta(days=30)), BRIDGE)
    before = visit(bridge, Cache(), "en", NOON + timedelta(days=30), TODAY - timedelta(days=1))

    assert then.id == one.id and mirror.rounds(before, BRIDGE) == [] and mirror.shared_scores(before) == {}


def test_of_three_partners_a_small_one_stays_hidden_and_the_widest_gap_counts(bridge):
    save(bridge, an_organisation(id=THIRD, name="Gemeente"))
    one, tokens = begun(bridge, organisations=(SCHOOL, COMPANY, THIRD))
    for body, scores in ((SCHOOL, (5, 5, 5)), (COMPANY, (3, 3, 3)), (THIRD, (1, 1))):
        for at, score in enumerate(scores):
            answers(bridge, tokens[body], score, f"{body}{at}", f"remark of {body[-2:]}")
    outcome = mirror.result(a_visit(bridge), shut(bridge, one))

    assert outcome and set(outcome.found.gap) == {2.0} and f"remark of {THIRD[-2:]}" not in outcome.remarks


def test_a_round_with_too_few_answers_does_not_take_the_last_score_away(bridge):
    closed(bridge)
    closed(bridge, company=(1, 1), opens_on=TODAY + timedelta(days=-1))
    few = closed(bridge, company=(5, 5), opens_on=TODAY, closes_on=TODAY + timedelta(days=1))
    latest = mirror.latest_result(a_visit(bridge), BRIDGE)

    assert mirror.shared_scores(a_visit(bridge))[BRIDGE][0] == pytest.approx(0.25)
    assert latest and latest.round.id != few.id and latest.shared == pytest.approx(0.25)
