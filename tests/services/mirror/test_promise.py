"""What the Mirror promises: the lead's attack, what pages tell while a round is open, and what stands in the file afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid
from integration.errors.mirror import OwnAddressOnly
from integration.model.access.membership import Membership
from integration.model.mirror import BANDS, band
from integration.services.core.cache import Cache
from integration.services.core.visit import moment_now, visit
from integration.services.mirror import hand_out, mirror
from integration.views.mirror.mirror import mirror_table, mirror_view
from tests.access.identity import a_session, by
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, TODAY, a_person, a_visit, save
from tests.services.mirror.rounds import BODIES, a_round, answers, begun, shut


@pytest.fixture
def lead(bridge):
    """The lead of the Bridge, who works at the school."""
    [vera] = save(bridge, a_person(id="00000000-0000-7000-8000-000000000031", email="vera@test.example", organisation_id=SCHOOL))
    save(bridge, Membership(person_id=vera.id, partnership_id=BRIDGE, role="lead"))
    return replace(by(bridge, a_session(vera), "mirror"), now=NOON)


def every_row(database, without=("mirror_answered", "mirror_count", "mirror_remark", "mirror_code")):
    with database.reading() as cursor:
        tables = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: cursor.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if name not in without}


def test_a_lead_makes_no_address_of_the_other_organisation(bridge, lead):
    one, _ = begun(bridge)

    with pytest.raises(OwnAddressOnly) as refused:
        hand_out.new_link(lead, one, COMPANY)
    assert refused.value.details["name"] == "Machinefabriek"
    assert hand_out.new_link(lead, one, SCHOOL, 1) and hand_out.may_hand_out(a_visit(bridge), one, COMPANY)


def test_whoever_belongs_to_no_organisation_hands_out_nothing(bridge, lead):
    one, _ = begun(bridge)
    save(bridge, replace(lead.person, organisation_id=""))

    assert not any(hand_out.may_hand_out(lead, one, body) for body in (SCHOOL, COMPANY, ""))


def test_an_answer_moves_no_counter_and_leaves_no_line_no_number_and_no_moment(bridge):
    _, tokens = begun(bridge)
    before = (bridge.counter, every_row(bridge))
    answers(bridge, tokens[SCHOOL], 4, "secret browser", "hello")

    assert (bridge.counter, every_row(bridge)) == before


def test_how_many_answered_is_told_in_steps_while_the_round_is_open(bridge, lead):
    one, tokens = begun(bridge)
    told = []
    for at in range(11):
        told.append(mirror.standing(lead, one)[SCHOOL])
        answers(bridge, tokens[SCHOOL], 4, f"browser {at}")

    assert told == [(0, 2)] * 3 + [(3, 4)] * 2 + [(5, 9)] * 5 + [(10, None)]
    assert [band(people) for people in (0, 2, 3, 4, 5, 9, 10, 500)] == [BANDS[at] for at in (0, 0, 1, 1, 2, 2, 3, 3)]


@pytest.mark.parametrize(("people", "closes"), [(0, True), (1, False), (2, False), (4, False), (5, True)])
def test_a_round_is_not_closed_early_while_few_could_be_told_apart(bridge, lead, people, closes):
    one, tokens = begun(bridge)
    for at in range(people):
        answers(bridge, tokens[COMPANY], 4, f"browser {at}")
    try:
        closed = mirror.close(lead, one).closed
    except Invalid:
        closed = False

    assert closed is closes
    assert (mirror.result(a_visit(bridge), mirror.rounds(a_visit(bridge), BRIDGE)[-1]) is None) is not closes


def test_an_announced_last_day_is_not_cut_short_to_the_same_end(bridge, lead):
    one, tokens = begun(bridge)
    answers(bridge, tokens[COMPANY], 4, "me")
    for sooner in (TODAY, one.closes_on - timedelta(days=1), None):
        with pytest.raises(Invalid):
            mirror.extend(lead, one, sooner)

    assert mirror.extend(lead, one, one.closes_on + timedelta(days=7)).closes_on == one.closes_on + timedelta(days=7)


def test_the_attack_of_a_lead_reads_nobodys_answers(bridge, lead):
    """He makes the address, watches the counter, answers twice himself around a colleague, closes and subtracts."""
    one = mirror.begin(lead, a_round(), ["vision.people"])
    token = hand_out.new_link(lead, one, SCHOOL)
    seen = []
    for browser, score in (("his", 3), ("the colleague's", 5), ("his other", 3)):
        answers(bridge, token, score, browser)
        seen.append((bridge.counter, mirror.result(lead, one)))
    with pytest.raises(Invalid):
        mirror.close(lead, one)

    assert len(set(seen)) == 1


def test_rows_in_the_file_belong_to_nobody_and_stand_in_no_order(bridge):
    _one, tokens = begun(bridge)
    for browser, score, words in (("first", 5, "zeta"), ("second", 1, "alpha"), ("third", 3, "midway")):
        answers(bridge, tokens[SCHOOL], score, browser, words)
    with bridge.reading() as cursor:
        counts = cursor.execute("SELECT statement_id, score, people FROM mirror_count ORDER BY rowid").fetchall()
        remarks = [words for (words,) in cursor.execute("SELECT words FROM mirror_remark ORDER BY rowid").fetchall()]
        columns = {
            name for (name,) in cursor.execute("SELECT column_name FROM duckdb_columns() WHERE table_name IN ('mirror_count', 'mirror_remark')").fetchall()
        }

    assert counts == sorted(counts) and {people for _, _, people in counts} == {0, 1}
    assert remarks == sorted(remarks)
    assert columns == {"id", "round_id", "organisation_id", "statement_id", "score", "people", "words"}


def test_the_order_of_remarks_tells_nothing_of_whose_they_are(bridge):
    one, tokens = begun(bridge)
    for body, remarks in ((SCHOOL, ("delta", "Bravo", "foxtrot")), (COMPANY, ("echo", "alpha", "Charlie"))):
        for at, words in enumerate(remarks):
            answers(bridge, tokens[body], 3, f"{body}{at}", words)
    outcome = mirror.result(a_visit(bridge), shut(bridge, one))

    assert outcome and [*outcome.remarks] == ["alpha", "Bravo", "Charlie", "delta", "echo", "foxtrot"]


def exactly(database, one, at=None):
    """The means of everybody in a file, in a picture's words and on the page, as of a day."""
    asking = visit(database, Cache(), "en", moment_now() + timedelta(days=40), at)
    outcome = mirror.result(asking, one)
    view = mirror_view(asking.reader, outcome, BODIES, []) if outcome else None
    return view and ([tuple(mean for _, mean, _ in row.means) for row in view.rows], [row[2:-1] for row in mirror_table(asking.reader, view).in_files[1]])


def test_files_and_pictures_carry_no_more_decimals_than_the_page(bridge):
    one, tokens = begun(bridge)
    for body, scores in ((SCHOOL, (4, 4, 5)), (COMPANY, (2, 2, 1))):
        for at, score in enumerate(scores):
            answers(bridge, tokens[body], score, f"{body}{at}")
    means, rows = exactly(bridge, shut(bridge, one))

    assert means == [(4.3, 1.7)] * 3 and rows == [[4.3, 1.7, 2.7]] * 3


def test_no_past_day_tells_of_one_answer_by_subtraction(bridge):
    # Records are of the real day, so the past is counted from there.
    today = moment_now().date()
    one, tokens = begun(bridge, closes_on=today + timedelta(days=2))
    for at in range(4):
        answers(bridge, tokens[SCHOOL], 2 + at % 2, f"browser {at}")
    told = {ahead: found for ahead in range(39) if (found := exactly(bridge, one, today + timedelta(days=ahead))) and found[0]}

    # Every day shows nothing (while it is open) or the whole round; a day on which it had one answer less exists nowhere.
    assert [*told] == [*range(3, 39)] and all(one == told[38] for one in told.values()) and told[38][0] == [(2.5, None)] * 3


def test_a_second_round_changes_nothing_of_the_first_and_holds_only_its_own(bridge):
    one, tokens = begun(bridge)
    for at in range(4):
        answers(bridge, tokens[SCHOOL], 3, f"browser {at}")
    first = shut(bridge, one)
    before = exactly(bridge, first)
    two, others = begun(bridge)
    for at in range(2):
        answers(bridge, others[SCHOOL], 5, f"browser {at}")

    assert exactly(bridge, shut(bridge, two))[0] == [(None, None)] * 3
    assert exactly(bridge, first) == before
