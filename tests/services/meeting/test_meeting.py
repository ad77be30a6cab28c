"""A meeting: its agenda from the data, what is said in it, and how it ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import Invalid, SignInNeeded, ThingNotFound
from integration.errors.meeting import MeetingHasBegun, MeetingIsClosed
from integration.model.record import new_id
from integration.model.register import Action, Decision
from integration.model.text import Text
from integration.services.changes import since
from integration.services.core.identity import Credentials
from integration.services.meeting import agenda, meeting
from integration.services.portfolio import partnership
from integration.services.register import register
from tests.examples import (
    BRIDGE,
    COMPANY,
    JANUARY,
    MARCH,
    NOON,
    SCHOOL,
    TODAY,
    VERA,
    a_check_in,
    a_milestone,
    a_partnership,
    a_person,
    a_visit,
    an_organisation,
    save,
)

LATER = NOON + timedelta(days=1)


@pytest.fixture
def dossier(db):
    save(db, a_partnership(next_meeting_on=TODAY + timedelta(days=3)), recorded_at=JANUARY)
    save(db, an_organisation(), an_organisation(id=COMPANY, name="Bedrijf", kind="company"), a_person(), recorded_at=JANUARY)
    save(db, a_milestone(due_on=date(2026, 3, 1), critical=True), a_check_in(), recorded_at=MARCH)
    save(db, Decision(partnership_id=BRIDGE, title=Text("Wie betaalt?", "Who pays?"), asked_on=date(2026, 9, 1), asked_of_id=SCHOOL))
    save(db, Action(partnership_id=BRIDGE, title=Text("Bellen", "Call"), due_on=TODAY - timedelta(days=4), owner_id=VERA))
    return partnership.read(a_visit(db), "BRUG")


def items(db, dossier, one):
    return agenda.read(a_visit(db), dossier.partnership, one)


def test_the_data_makes_the_agenda_in_both_languages(db, dossier):
    found = agenda.suggested(a_visit(db), dossier)

    assert [one.origin for one in found] == ["decision", "colour", "watermelon", "action", "since"]
    decision, _, melon, action, _ = found
    assert (decision.title, decision.thing_id) == (Text("Wie betaalt?", "Who pays?"), register.of(a_visit(db), dossier.partnership).decisions[0].id)
    assert "waits 83 days" in decision.why.en and "wacht 83 dagen" in decision.why.nl
    assert "Watermelon" in melon.why.en and "Watermeloen" in melon.why.nl
    assert "4 days late" in action.why.en and "Vera" in action.why.nl


def test_a_partnership_with_nothing_asks_for_nothing(db):
    save(db, a_partnership(phase="exploring"), an_organisation(), recorded_at=JANUARY)
    dossier = partnership.read(a_visit(db), "BRUG")

    assert agenda.suggested(a_visit(db), dossier) == []
    assert meeting.prepare(a_visit(db), dossier).planned_on == TODAY


def test_preparing_twice_keeps_one_meeting_its_order_and_what_was_added(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)
    own = agenda.add(a_visit(db), dossier.partnership, one, Text("Rondvraag", "Any other business"))
    agenda.move(a_visit(db), dossier.partnership, one, own.id, -1)
    before = [item.id for item in items(db, dossier, one)]
    again = meeting.prepare(a_visit(db), dossier)

    assert again.id == one.id
    assert [item.id for item in items(db, dossier, one)] == before
    assert [item.origin for item in items(db, dossier, one)] == ["decision", "colour", "watermelon", "action", "own", "since"]


def test_what_no_longer_holds_leaves_the_agenda_unless_it_was_noted_on(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)
    decision, *_ = items(db, dossier, one)
    agenda.note(a_visit(db), dossier.partnership, decision, "Besproken")
    [asked] = register.of(a_visit(db), dossier.partnership).decisions
    [late] = register.of(a_visit(db), dossier.partnership).actions
    register.save(a_visit(db), dossier.partnership, replace(asked, decided_on=TODAY, decision=Text("Ja")))
    register.save(a_visit(db), dossier.partnership, replace(late, done_on=TODAY))
    meeting.prepare(a_visit(db), partnership.read(a_visit(db), "BRUG"))

    left = {item.origin: item for item in items(db, dossier, one)}
    assert "action" not in left
    assert left["decision"].note.reading("en").words == "Besproken"


def test_moving_past_either_end_changes_nothing(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)
    before = items(db, dossier, one)
    agenda.move(a_visit(db), dossier.partnership, one, before[0].id, -1)
    agenda.move(a_visit(db), dossier.partnership, one, before[-1].id, 1)

    assert items(db, dossier, one) == before


def test_an_empty_item_is_refused(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)

    with pytest.raises(Invalid):
        agenda.add(a_visit(db), dossier.partnership, one, Text())


def test_two_who_note_at_once_lose_nothing(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)
    seen = items(db, dossier, one)[0]
    agenda.note(a_visit(db), dossier.partnership, seen, "first")
    agenda.note(a_visit(db), dossier.partnership, seen, "second")

    assert items(db, dossier, one)[0].note.en == "first\nsecond"


def test_two_who_tick_at_once_are_both_heard(db, dossier):
    one = meeting.start(a_visit(db), dossier)
    meeting.attend(a_visit(db), dossier.partnership, one, [VERA], "")
    meeting.attend(a_visit(db), dossier.partnership, one, ["another"], "A guest")
    [stored] = meeting.of(a_visit(db), dossier.partnership)

    assert (set(stored.attending), stored.guests) == ({VERA, "another"}, "A guest")


def test_starting_twice_is_one_meeting(db, dossier):
    first, second = meeting.start(a_visit(db), dossier), meeting.start(a_visit(db), dossier)

    assert first == second
    assert (first.state, first.held_on) == ("running", TODAY)


def test_closing_plans_the_next_meeting_on_the_partnership(db, dossier):
    one, next_on = meeting.start(a_visit(db), dossier), TODAY + timedelta(weeks=8)
    meeting.close(a_visit(db), dossier.partnership, one, next_on, "Tot ziens")

    [closed] = meeting.of(a_visit(db), dossier.partnership)
    assert (closed.state, closed.next_on, closed.notes.en) == ("closed", next_on, "Tot ziens")
    assert partnership.find(a_visit(db), "BRUG").next_meeting_on == next_on


def test_a_next_day_before_this_one_closes_nothing(db, dossier):
    one = meeting.start(a_visit(db), dossier)

    with pytest.raises(Invalid):
        meeting.close(a_visit(db), dossier.partnership, one, TODAY, "")
    assert meeting.of(a_visit(db), dossier.partnership)[0].state == "running"
    assert partnership.find(a_visit(db), "BRUG").next_meeting_on == TODAY + timedelta(days=3)


def test_a_prepared_meeting_and_its_partnership_share_the_day_until_it_begins(db, dossier):
    visit, wanted = a_visit(db), TODAY + timedelta(days=12)
    one = meeting.prepare(visit, dossier)
    moved = meeting.plan(visit, dossier.partnership, one, replace(one, planned_on=wanted))

    assert moved.planned_on == wanted
    assert partnership.find(a_visit(db), dossier.partnership.code).next_meeting_on == wanted
    meeting.start(a_visit(db), dossier)
    with pytest.raises(MeetingHasBegun):
        meeting.plan(a_visit(db), dossier.partnership, one, replace(one, planned_on=TODAY))


def test_what_a_lead_needs_becomes_a_decision_that_waits_once(db, dossier):
    save(db, a_check_in(id=new_id(), domain="housing", need=Text("Geld voor de vloer", "")))
    found = partnership.read(a_visit(db), dossier.partnership.code)
    one = meeting.prepare(a_visit(db), found)
    [need] = [item for item in items(db, found, one) if item.origin == "need"]
    asked = agenda.ask(a_visit(db), found, need)
    meeting.prepare(a_visit(db), found)
    after = items(db, found, one)

    assert asked.title == Text("Geld voor de vloer", "")
    assert [item.thing_id for item in after if item.id == need.id] == [asked.id] and not [item for item in after if item.origin == "need"]
    with pytest.raises(ThingNotFound):
        agenda.ask(a_visit(db), found, need)


def test_closing_twice_keeps_what_the_first_one_wrote(db, dossier):
    one = meeting.start(a_visit(db), dossier)
    meeting.close(a_visit(db), dossier.partnership, one, None, "First")
    with pytest.raises(MeetingIsClosed):
        meeting.close(a_visit(db), dossier.partnership, one, None, "Second")

    assert [each.notes.en for each in meeting.of(a_visit(db), dossier.partnership)] == ["First"]


def test_a_held_meeting_is_the_last_meeting_from_tomorrow(db, dossier):
    one = meeting.start(a_visit(db), dossier)
    meeting.close(a_visit(db), dossier.partnership, one, None, "")
    found = since.one(a_visit(db, now=LATER), dossier.partnership, since.MEETING)

    assert (found.day, found.held) == (TODAY, True)


def test_who_may_not_run_a_meeting_changes_nothing(db, dossier):
    stranger = replace(a_visit(db), credentials=Credentials())

    with pytest.raises(SignInNeeded):
        meeting.prepare(stranger, dossier)
    assert meeting.of(a_visit(db), dossier.partnership) == []


@pytest.mark.slow
def test_two_thousand_milestones_keep_the_agenda_short(db, dossier):
    late = [a_milestone(code=f"X{number}", gate="day1", due_on=date(2027, 8, 1), forecast_on=date(2027, 10, 1)) for number in range(2000)]
    save(db, *late)
    found = agenda.suggested(a_visit(db), partnership.read(a_visit(db), "BRUG"))

    cliffs = [one for one in found if one.origin == "cliff"]
    assert len(cliffs) == 9
    assert cliffs[-1].title.en.endswith("more milestones before a cliff")


def test_what_an_agenda_leaves_out_it_counts(db, dossier):
    save(db, *(Action(partnership_id=BRIDGE, title=Text(f"Bellen {at}"), due_on=TODAY - timedelta(days=9)) for at in range(22)))
    save(db, *(a_milestone(code=f"N{at}", title=Text(f"Nieuw {at}"), credit=25 * (at % 3)) for at in range(5)))
    found = agenda.suggested(a_visit(db), partnership.read(a_visit(db), "BRUG"))
    late, [told] = [one for one in found if one.origin == "action"], [one for one in found if one.origin == "since"]
    lines = told.why.en.split("\n")

    assert (len(late), late[-1].title) == (21, Text("nog 3 te late acties", "3 more late actions"))
    assert len(lines) == 9 and lines[-1].endswith("more changes")


def test_an_item_that_somebody_took_off_takes_no_note(db, dossier):
    one = meeting.prepare(a_visit(db), dossier)
    seen = items(db, dossier, one)[0]
    agenda.drop(a_visit(db), dossier.partnership, seen)

    with pytest.raises(ThingNotFound):
        agenda.note(a_visit(db), dossier.partnership, seen, "too late")
