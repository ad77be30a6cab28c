"""One-time codes: made by the organisation itself, good for one answer each, and silent about who used them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from integration.errors import EditConflict, Invalid, ThingNotFound
from integration.errors.mirror import CodeUsed, LinkUnknown
from integration.model.mirror import MOST_CODES, hashed, plain_code
from integration.model.text import Text
from integration.reports.render.slips import Slip, slips_pdf
from integration.services.mirror import answer, hand_out, mirror
from tests.examples import NOON, SCHOOL, THIRD, a_visit, fields_of
from tests.services.mirror.rounds import THEME, a_round, answers


@pytest.fixture
def one(bridge):
    """A round that is answered with codes."""
    return mirror.begin(a_visit(bridge), a_round(answering="codes"), THEME)


def test_a_code_works_once_in_any_browser_and_as_it_is_typed(bridge, one):
    first, second = hand_out.new_codes(a_visit(bridge), one, SCHOOL, 2)
    answers(bridge, first, 4, "shared computer")
    answers(bridge, f" {second.lower()} ", 5, "shared computer")

    with pytest.raises(CodeUsed):
        answers(bridge, first, 1, "another browser")
    with bridge.reading() as cursor:
        assert cursor.execute("SELECT sum(people) FROM mirror_count").fetchone() == (6,)


def test_more_codes_leave_the_ones_before_alone_and_only_hashes_are_stored(bridge, one):
    [early] = hand_out.new_codes(a_visit(bridge), one, SCHOOL, 1)
    more = hand_out.new_codes(a_visit(bridge), one, SCHOOL, 3)

    assert answer.asked(a_visit(bridge), early).organisation_id == SCHOOL and len({early, *more}) == 4
    assert hand_out.handed_out(a_visit(bridge), one) == {SCHOOL: 4}
    with bridge.reading() as cursor:
        assert early.replace("-", "") not in str(cursor.execute("SELECT * FROM mirror_code").fetchall())


def test_codes_are_stored_in_another_order_than_that_of_the_printed_sheet(bridge, one):
    printed = [hashed(plain_code(code)) for code in hand_out.new_codes(a_visit(bridge), one, SCHOOL, 30)]
    with bridge.reading() as cursor:
        stored = [code for (code,) in cursor.execute("SELECT token_hash FROM mirror_code ORDER BY rowid").fetchall()]

    assert stored == sorted(printed) != printed


@pytest.mark.parametrize("number", [0, -3, MOST_CODES + 1, 10**9])
def test_a_number_of_codes_that_makes_no_sense_is_refused(bridge, one, number):
    with pytest.raises(Invalid) as refused:
        hand_out.new_codes(a_visit(bridge), one, SCHOOL, number)
    assert fields_of(refused.value.problems) == ["number"]


def test_a_round_with_codes_has_no_address_and_the_other_way_round(bridge, one):
    by_address = mirror.begin(a_visit(bridge), a_round(name=Text("Met adres")), THEME)
    for wrong in (
        lambda: hand_out.new_link(a_visit(bridge), one, SCHOOL),
        lambda: hand_out.new_codes(a_visit(bridge), by_address, SCHOOL, 1),
        lambda: hand_out.new_codes(a_visit(bridge), one, THIRD, 1),
    ):
        with pytest.raises(ThingNotFound):
            wrong()


@pytest.mark.parametrize("typed", ["ABCDE-FGHJK-MNPQR-STVWX", "ABCDEFGHJKMNPQRSTVWX", "A" * 20])
def test_a_code_that_nobody_made_opens_nothing(bridge, one, typed):
    hand_out.new_codes(a_visit(bridge), one, SCHOOL, 5)

    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), typed)


def test_codes_are_printed_on_slips_with_what_somebody_typed_as_plain_words():
    slips = [Slip(f"AAAAA-{at}", "https://x.example/answer?t=A", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') for at in range(13)]
    made = slips_pdf("#panic() *Ronde* $x$", "Uitleg", "https://x.example/answer", slips, "nl", NOON.replace(microsecond=7))

    assert made.startswith(b"%PDF") and made.count(b"/Type /Page\n") in (0, 2)


def test_of_eight_who_press_at_once_one_gets_an_address_and_it_opens(bridge):
    one = mirror.begin(a_visit(bridge), a_round(), THEME)
    ready = threading.Barrier(8)

    def press(_: int) -> str:
        ready.wait(60)
        try:
            return hand_out.new_link(a_visit(bridge), one, SCHOOL, 0)
        except EditConflict:
            return ""

    with ThreadPoolExecutor(8) as pool:
        [token] = [told for told in pool.map(press, range(8)) if told]
    assert answer.asked(a_visit(bridge), token).organisation_id == SCHOOL


def test_an_address_that_was_seen_is_replaced_and_one_that_was_not_stays(bridge):
    one = mirror.begin(a_visit(bridge), a_round(), THEME)
    theirs = hand_out.new_link(a_visit(bridge), one, SCHOOL, 0)
    with pytest.raises(EditConflict):
        hand_out.new_link(a_visit(bridge), one, SCHOOL, 0)
    assert answer.asked(a_visit(bridge), theirs)

    mine = hand_out.new_link(a_visit(bridge), one, SCHOOL, hand_out.handed_out(a_visit(bridge), one)[SCHOOL])
    with pytest.raises(LinkUnknown):
        answer.asked(a_visit(bridge), theirs)
    assert answer.asked(a_visit(bridge), mine)
