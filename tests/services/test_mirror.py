"""The Mirror: blind until closed, one answer each, nothing of fewer than three, and nothing lost when fifty answer at once."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import AnsweredBefore, Invalid, LinkUnknown, RoundClosed, RoundNotOpen
from integration.model.mirror import MirrorRound
from integration.model.text import Text
from integration.services import answer, mirror, partnership, statement
from integration.services.memory import Memory
from integration.services.visit import visit
from integration.views.mirror import mirror_table, mirror_view, trend_view
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, THIRD, TODAY, a_partnership, a_visit, an_organisation, fields_of, save

BODIES = {SCHOOL: "ROC De Brug", COMPANY: "Machinefabriek"}
THEME = ["vision.people"]


def a_round(**wanted):
    usual = {"partnership_id": BRIDGE, "name": Text("Nulmeting", "Baseline"), "organisations": (SCHOOL, COMPANY)}
    return MirrorRound(**{**usual, "opens_on": TODAY, "closes_on": TODAY + timedelta(days=14), **wanted})


def begun(database, **wanted):
    one = mirror.begin(a_visit(database), a_round(**wanted), THEME)
    return one, {body: mirror.new_link(a_visit(database), one, body) for body in one.organisations}


def answers(database, token, score, browser, remark=""):
    asked = answer.asked(a_visit(database), token)
    answer.answer(a_visit(database), token, browser, dict.fromkeys((one.id for one in asked.statements), score), remark)


def closed(database, school=(4, 4, 4), company=(2, 2, 2), **wanted):
    one, tokens = begun(database, **wanted)
    for body, scores in ((SCHOOL, school), (COMPANY, company)):
        for at, score in enumerate(scores):
            answers(database, tokens[body], score, f"{body}{at}", f"remark of {body[-2:]}")
    return mirror.close(a_visit(database), one)


def test_it_is_blind_until_it_closes_for_administrators_too(bridge):
    one, tokens = begun(bridge)
    answers(bridge, tokens[SCHOOL], 5, "first")

    assert mirror.result(a_visit(bridge), one) is None
    assert mirror.shared_scores(a_visit(bridge)) == {}
    outcome = mirror.result(a_visit(bridge), mirror.close(a_visit(bridge), one))
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


@pytest.mark.parametrize("token", ["", "x", "y" * 43, "z" * 10_000, "../../etc", "\x00" * 43])
def test_a_wrong_address_is_refused(bridge, token):
    begun(bridge)

    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), token)


def test_a_new_address_makes_the_one_before_it_stop(bridge):
    one, tokens = begun(bridge)
    fresh = mirror.new_link(a_visit(bridge), one, SCHOOL)

    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), tokens[SCHOOL])
    assert answer.asked(a_visit(bridge), fresh).organisation == "ROC De Brug"


def test_answering_twice_after_closing_or_too_early_is_refused(bridge):
    one, tokens = begun(bridge)
    answers(bridge, tokens[SCHOOL], 4, "me")
    with pytest.raises(AnsweredBefore):
        answers(bridge, tokens[SCHOOL], 5, "me")
    mirror.close(a_visit(bridge), one)
    with pytest.raises(RoundClosed):
        answers(bridge, tokens[SCHOOL], 5, "somebody else")
    _, later = begun(bridge, opens_on=TODAY + timedelta(days=1))
    with pytest.raises(RoundNotOpen):
        answers(bridge, later[SCHOOL], 5, "me")


@pytest.mark.parametrize(
    ("scores", "remark", "fields"),
    [
        ("none", "", ["scores"]),
        ("some", "", ["scores"]),
        ("foreign", "", ["scores"]),
        ("six", "", ["scores"]),
        ("all", "x" * 20_000, ["remark"]),
        ("all", "x", []),
    ],
)
def test_what_cannot_be_stored_is_said_and_nothing_is(bridge, scores, remark, fields):
    _, tokens = begun(bridge)
    ids = [one.id for one in answer.asked(a_visit(bridge), tokens[SCHOOL]).statements]
    given = {"none": {}, "some": {ids[0]: 3}, "foreign": {**dict.fromkeys(ids, 3), "x": 3}, "six": dict.fromkeys(ids, 6), "all": dict.fromkeys(ids, None)}[
        scores
    ]

    try:
        answer.answer(a_visit(bridge), tokens[SCHOOL], "me", given, remark)  # type: ignore[arg-type]
    except Invalid as error:
        assert fields_of(error.problems) == fields
    with bridge.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM answer").fetchone() == ((0,) if fields else (3,))


def test_answers_carry_no_name_and_no_hour(bridge):
    _, tokens = begun(bridge)
    answers(bridge, tokens[SCHOOL], 4, "secret browser", "hello")
    with bridge.reading() as cursor:
        columns = "recorded_by, recorded_at, respondent"
        rows = cursor.execute(f"SELECT {columns} FROM answer UNION ALL SELECT {columns} FROM remark").fetchall()

    assert {(who, when.time().isoformat()) for who, when, _ in rows} == {("", "00:00:00")}
    assert all("secret" not in respondent and len(respondent) == 64 for _, _, respondent in rows)


def everything_of(database, one) -> str:
    """All that can be shown or downloaded of a round, now and as of every day around it."""
    told = []
    for back in range(4):
        for now in (NOON, NOON + timedelta(days=40)):
            asking = visit(database, Memory(), "en", now, now.date() - timedelta(days=back))
            outcome = mirror.result(asking, one)
            if outcome:
                view = mirror_view(asking.reader, outcome, BODIES, [])
                table = mirror_table(asking.reader, view).to_csv()
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
    outcome = mirror.result(a_visit(bridge), mirror.close(a_visit(bridge), one))

    assert outcome and COMPANY not in outcome.found.means[ids[0]] and outcome.found.gap.isna().tolist().count(True) == 1


def test_five_hundred_answers_of_fifty_at_once_are_all_there(bridge):
    _, tokens = begun(bridge)

    def respond(at: int) -> None:
        for turn in range(10):
            answers(bridge, tokens[SCHOOL if at % 2 else COMPANY], 1 + at % 5, f"{at}/{turn}")

    with ThreadPoolExecutor(50) as pool:
        [*pool.map(respond, range(50))]
    with bridge.reading() as cursor:
        assert cursor.execute("SELECT count(DISTINCT respondent), count(*) FROM answer").fetchone() == (500, 1500)


def test_rounds_keep_their_words_and_only_the_same_words_are_compared(bridge):
    first = mirror.result(a_visit(bridge), closed(bridge))
    second = mirror.result(a_visit(bridge), closed(bridge, company=(4, 4, 4)))
    assert first and second
    changed = replace(second.statements[0], text=Text("Anders", "Otherwise"))
    reworded = replace(second, statements=(changed, *second.statements[1:]))

    assert [told for _, told in trend_view(a_visit(bridge).reader, [first, second])] == [("25 %", "75 %")] * 3
    assert len(trend_view(a_visit(bridge).reader, [first, reworded])) == 2


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


def test_a_scan_becomes_the_first_mirror_of_the_partnership_it_led_to(bridge):
    save(bridge, an_organisation(id=THIRD, name="Gemeente"))
    one, tokens = begun(bridge, partnership_id="", organisations=(SCHOOL, COMPANY, THIRD))
    for body, score in ((SCHOOL, 4), (COMPANY, 4), (THIRD, 1)):
        for at in range(3):
            answers(bridge, tokens[body], score, f"{body}{at}")
    scan = mirror.close(a_visit(bridge), one)
    chosen = partnership.save(a_visit(bridge), a_partnership(id=THIRD.replace("12", "77"), code="NIEUW"))
    mirror.adopt(a_visit(bridge), scan, chosen)
    outcome = mirror.latest_result(a_visit(bridge), chosen.id)

    assert outcome and {name for means in outcome.found.means for name in means} == {SCHOOL, COMPANY}
    assert outcome.shared == pytest.approx(0.75)
    narrow = mirror.result(a_visit(bridge), scan)
    assert narrow and mirror.narrowed(a_visit(bridge), narrow, (SCHOOL, THIRD)).found.gap.tolist() == [3.0] * 3
