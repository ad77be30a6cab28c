"""Answering: once, without a name, and nothing lost when fifty answer at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid, ThingNotFound
from integration.errors.mirror import AnsweredBefore, LinkUnknown, RoundClosed, RoundNotOpen
from integration.services.mirror import answer, hand_out
from integration.storage.core.records import append
from tests.examples import COMPANY, SCHOOL, THIRD, TODAY, a_visit, fields_of, save
from tests.services.mirror.rounds import answers, begun


@pytest.mark.parametrize("token", ["", "x", "y" * 43, "z" * 10_000, "../../etc", "\x00" * 43])
def test_a_wrong_address_is_refused(bridge, token):
    begun(bridge)

    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), token)


def test_a_new_address_makes_the_one_before_it_stop(bridge):
    one, tokens = begun(bridge)
    fresh = hand_out.new_link(a_visit(bridge), one, SCHOOL, 1)

    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), tokens[SCHOOL])
    assert answer.asked(a_visit(bridge), fresh).organisation == "ROC De Brug"


def test_answering_twice_after_closing_or_too_early_is_refused(bridge):
    one, tokens = begun(bridge)
    answers(bridge, tokens[SCHOOL], 4, "me")
    with pytest.raises(AnsweredBefore):
        answers(bridge, tokens[SCHOOL], 5, "me")
    save(bridge, replace(one, closed=True))
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
        assert cursor.execute("SELECT coalesce(sum(people), 0) FROM mirror_count").fetchone() == ((0,) if fields else (3,))


@pytest.mark.slow
def test_five_hundred_answers_of_fifty_at_once_are_all_there(bridge):
    _, tokens = begun(bridge)

    def respond(at: int) -> None:
        for turn in range(10):
            answers(bridge, tokens[SCHOOL if at % 2 else COMPANY], 1 + at % 5, f"{at}/{turn}")

    with ThreadPoolExecutor(50) as pool:
        [*pool.map(respond, range(50))]
    with bridge.reading() as cursor:
        assert cursor.execute("SELECT (SELECT count(*) FROM mirror_answered), sum(people) FROM mirror_count").fetchone() == (500, 1500)


def test_an_answer_that_waited_while_the_round_closed_is_refused(bridge):
    one, tokens = begun(bridge)
    ids = [each.id for each in answer.asked(a_visit(bridge), tokens[SCHOOL]).statements]
    with ThreadPoolExecutor(1) as pool:
        with bridge.writing("test", "close", "") as writing:
            waiting = pool.submit(answer.answer, a_visit(bridge), tokens[SCHOOL], "me", dict.fromkeys(ids, 3), "")
            append(writing, [replace(one, closed=True)])
        with pytest.raises(RoundClosed):
            waiting.result()


def test_an_address_belongs_to_an_organisation_of_the_round(bridge):
    one, _ = begun(bridge)

    with pytest.raises(ThingNotFound):
        hand_out.new_link(a_visit(bridge), one, THIRD)


def test_an_answer_is_stored_under_a_key_that_a_second_one_finds_taken(bridge):
    _, tokens = begun(bridge)

    def twice(_: int) -> str:
        try:
            answers(bridge, tokens[SCHOOL], 4, "one browser")
        except AnsweredBefore:
            return "before"
        return "stored"

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(twice, range(8))) == ["before"] * 7 + ["stored"]
