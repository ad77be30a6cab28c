"""The foundation: agreement belongs to the words that were agreed, instruments keep their history, and a follow-up shows whether a gap closed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import EditConflict, Invalid, PastIsReadOnly, SignInNeeded, ThingNotFound
from integration.model.foundation import FoundationText, Indicator, Measurement, Nuance, Objective
from integration.model.mirror import FollowUp
from integration.model.text import Text
from integration.services.access import link
from integration.services.changes import history
from integration.services.core.identity import OPERATOR, Credentials
from integration.services.core.visit import moment_now
from integration.services.foundation import foundation
from integration.services.meeting import agenda
from integration.services.mirror import follow_up, mirror
from integration.services.portfolio import partnership
from integration.views.foundation.agreement import text_history
from integration.views.foundation.foundation import line_rows, objective_cards, serving_nothing, theme_card
from integration.views.mirror.mirror import earlier_follow_ups, mirror_view
from tests.access.identity import a_guest, a_link, by
from tests.examples import BRIDGE, COMPANY, FEBRUARY, SCHOOL, THIRD, TODAY, a_milestone, a_partnership, a_reader, a_visit, fields_of, save
from tests.services.mirror.rounds import BODIES, begun, closed

THEME = "vision.people"


def written(database, theme=THEME, words="Samen"):
    return foundation.save_text(a_visit(database), a_partnership(), FoundationText(partnership_id=BRIDGE, theme=theme, text=Text(words)))


def card(database, theme=THEME):
    asking = a_visit(database, "nl")
    return theme_card(asking.reader, theme, foundation.read(asking, a_partnership()), BODIES)


def test_who_changes_the_words_asks_for_agreement_anew(bridge):
    text = written(bridge)
    for body in (SCHOOL, COMPANY):
        foundation.agree(a_visit(bridge), a_partnership(), text, body)
    both = card(bridge)
    foundation.save_text(a_visit(bridge), a_partnership(), replace(text, text=Text("Anders")))

    assert (both.shared, both.waiting, [name for name, _ in both.agreed]) == (True, (), ["ROC De Brug", "Machinefabriek"])
    assert (card(bridge).shared, card(bridge).words, len(card(bridge).waiting)) == (False, "Anders", 2)
    assert len(foundation.history_of(a_visit(bridge), text)) == 2


def test_agreeing_twice_counts_once(bridge):
    text = written(bridge)
    for _ in range(2):
        foundation.agree(a_visit(bridge), a_partnership(), text, SCHOOL)

    assert len(foundation.read(a_visit(bridge), a_partnership()).agreements) == 1


def test_nobody_agrees_to_words_that_changed_while_reading(bridge):
    text = written(bridge)
    foundation.save_text(a_visit(bridge), a_partnership(), replace(text, text=Text("Anders")))

    with pytest.raises(EditConflict):
        foundation.agree(a_visit(bridge), a_partnership(), text, SCHOOL)


def test_each_partner_keeps_its_own_nuance(bridge):
    foundation.save_nuance(a_visit(bridge), a_partnership(), Nuance(partnership_id=BRIDGE, theme=THEME, organisation_id=SCHOOL, text=Text("Eigen")))

    assert card(bridge).nuances == (("ROC De Brug", "Eigen"),)


@pytest.mark.parametrize(("text", "fields"), [(Text(), ["text"]), (Text("x" * 5001), ["text"])])
def test_empty_and_endless_words_are_refused(bridge, text, fields):
    with pytest.raises(Invalid) as refused:
        foundation.save_text(a_visit(bridge), a_partnership(), FoundationText(partnership_id=BRIDGE, theme=THEME, text=text))
    assert fields_of(refused.value.problems) == fields


def test_the_past_and_strangers_write_nothing(bridge):
    save(bridge, a_partnership(code="OUD", id="00000000-0000-7000-8000-000000000088"), recorded_at=FEBRUARY)
    words = FoundationText(partnership_id=BRIDGE, theme=THEME, text=Text("x"))

    with pytest.raises(PastIsReadOnly):
        foundation.save_text(a_visit(bridge, as_of=FEBRUARY), a_partnership(), words)
    with pytest.raises(SignInNeeded):
        foundation.save_text(replace(a_visit(bridge), credentials=Credentials()), a_partnership(), words)


def test_an_indicator_shows_how_far_it_came(bridge):
    someone, who = a_visit(bridge), a_partnership()
    objective = foundation.save_objective(someone, who, Objective(partnership_id=BRIDGE, theme="ambition.meaning", title=Text("Meer", "More")))
    wanted = Indicator(partnership_id=BRIDGE, objective_id=objective.id, name=Text("Studenten", "Students"), start_value=100, target_value=300, unit="mensen")
    indicator = foundation.save_indicator(someone, who, wanted)
    for day, value in ((date(2026, 6, 1), 120), (date(2026, 10, 1), 150)):
        foundation.measure(someone, who, Measurement(partnership_id=BRIDGE, indicator_id=indicator.id, measured_on=day, value=value))
    [found] = objective_cards(someone.reader, foundation.read(someone, who))[0].indicators

    assert (found.latest, found.attained, found.attained_words, found.values) == ("150", 0.25, "25 %", (120, 150))
    with pytest.raises(Invalid):
        foundation.measure(someone, who, Measurement(partnership_id=BRIDGE, indicator_id=indicator.id, measured_on=TODAY + timedelta(days=1), value=1))
    with pytest.raises(Invalid):
        foundation.save_indicator(someone, who, replace(indicator, target_value=100))


def test_the_owner_outside_the_project_confirms_and_a_correction_is_confirmed_anew(bridge):
    someone, who = a_visit(bridge), a_partnership()
    objective = foundation.save_objective(someone, who, Objective(partnership_id=BRIDGE, theme="ambition.meaning", title=Text("Meer")))
    wanted = Indicator(partnership_id=BRIDGE, objective_id=objective.id, name=Text("Studenten"), target_value=300, confirmed_by="Kring")
    indicator = foundation.save_indicator(someone, who, wanted)
    reading = Measurement(partnership_id=BRIDGE, indicator_id=indicator.id, measured_on=TODAY, value=90)
    confirmed = foundation.confirm(someone, who, foundation.measure(someone, who, reading))
    corrected = foundation.measure(a_visit(bridge), who, replace(reading, id=THIRD, value=80))
    nobody = foundation.save_indicator(a_visit(bridge), who, replace(indicator, confirmed_by=""))

    assert (confirmed.confirmed_on, corrected.confirmed_on, corrected.id, corrected.version) == (TODAY, None, confirmed.id, 3)
    with pytest.raises(Invalid):
        foundation.confirm(a_visit(bridge), who, corrected)
    assert [one.value for one in foundation.read(a_visit(bridge), who).measurements] == [80] and not nobody.confirmed_by


def an_objective_with_an_indicator(database):
    wanted = Objective(partnership_id=BRIDGE, theme="ambition.meaning", title=Text("Meer"))
    objective = foundation.save_objective(a_visit(database), a_partnership(), wanted)
    under = Indicator(partnership_id=BRIDGE, objective_id=objective.id, name=Text("Studenten"), target_value=300)
    return objective, foundation.save_indicator(a_visit(database), a_partnership(), under)


@pytest.mark.parametrize(("hides", "named"), [((), "Inspectie"), (("owners",), "–"), (("notes", "remarks"), "Inspectie")])
def test_who_confirms_is_a_name_that_a_link_may_leave_out(bridge, hides, named):
    boss = a_visit(bridge)
    goal = foundation.save_objective(boss, a_partnership(), Objective(partnership_id=BRIDGE, theme="ambition.people", title=Text("Doel")))
    wanted = Indicator(partnership_id=BRIDGE, objective_id=goal.id, name=Text("Maat"), target_value=9.0, confirmed_by="Inspectie")
    foundation.save_indicator(boss, a_partnership(), wanted)
    made, token = link.make(by(bridge, OPERATOR), a_link(kind="foundation", page="foundation", hides=hides))
    guest = a_guest(bridge, link.open_with(bridge, made, "", moment_now()), page="foundation")

    assert token and [one.confirmed_by for one in foundation.read(guest, a_partnership()).indicators] == [named]


def test_an_objective_goes_with_its_indicators_and_the_history_stays(bridge):
    objective, indicator = an_objective_with_an_indicator(bridge)
    foundation.take_out(a_visit(bridge), a_partnership(), objective)
    someone = a_visit(bridge)
    stored, dossier = foundation.read(someone, a_partnership()), partnership.read(someone, "BRUG")

    assert (stored.objectives, stored.indicators) == ([], [])
    for name in ("objectives", "indicators"):
        assert [one.removed for one in history.read(someone, dossier, name)] == [False, True]
    with pytest.raises(Invalid) as refused:
        foundation.save_indicator(someone, a_partnership(), foundation.instrument(someone, a_partnership(), Indicator, indicator.id))
    assert fields_of(refused.value.problems) == ["objective_id"]


def test_what_was_taken_out_comes_back_when_it_is_saved_again(bridge):
    _, indicator = an_objective_with_an_indicator(bridge)
    foundation.take_out(a_visit(bridge), a_partnership(), indicator)
    gone = foundation.instrument(a_visit(bridge), a_partnership(), Indicator, indicator.id)
    foundation.save_indicator(a_visit(bridge), a_partnership(), replace(gone, target_value=200))

    assert [(one.id, one.target_value) for one in foundation.read(a_visit(bridge), a_partnership()).indicators] == [(indicator.id, 200)]


def test_nobody_takes_out_what_changed_meanwhile(bridge):
    objective, _ = an_objective_with_an_indicator(bridge)
    foundation.save_objective(a_visit(bridge), a_partnership(), replace(objective, title=Text("Anders")))

    with pytest.raises(EditConflict):
        foundation.take_out(a_visit(bridge), a_partnership(), objective)
    stored = foundation.read(a_visit(bridge), a_partnership())
    assert ([one.title.nl for one in stored.objectives], len(stored.indicators)) == (["Anders"], 1)


def test_the_history_of_words_tells_who_agreed_to_which(bridge):
    text = written(bridge)
    for body in (SCHOOL, COMPANY):
        foundation.agree(a_visit(bridge), a_partnership(), text, body)
    changed = foundation.save_text(a_visit(bridge), a_partnership(), replace(text, text=Text("Anders")))
    foundation.agree(a_visit(bridge), a_partnership(), changed, COMPANY)
    asking = a_visit(bridge)
    view = text_history(asking.reader, foundation.history_of(asking, changed), foundation.read(asking, a_partnership()).agreements, BODIES)

    assert {entry.version: [name for name, _ in entry.agreed] for entry in view.entries} == {1: ["ROC De Brug", "Machinefabriek"], 2: ["Machinefabriek"]}


def test_a_gap_is_followed_up_and_later_seen_to_close(bridge):
    first = mirror.result(a_visit(bridge), closed(bridge))
    assert first
    statement = first.statements[0]
    with pytest.raises(Invalid):
        follow_up.follow(a_visit(bridge), a_partnership(), FollowUp(partnership_id=BRIDGE, round_id=first.round.id, statement_id=statement.id, state="action"))
    follow_up.follow(a_visit(bridge), a_partnership(), FollowUp(partnership_id=BRIDGE, round_id=first.round.id, statement_id=statement.id))
    second = mirror.result(a_visit(bridge), closed(bridge, company=(4, 4, 3)))
    view = mirror_view(a_visit(bridge).reader, first, BODIES, follow_up.follow_ups(a_visit(bridge), a_partnership()), second)

    assert next(row.follow_up for row in view.rows if row.id == statement.id) == "on the agenda · gap went from 2.0 to 0.3"
    known = follow_up.follow_ups(a_visit(bridge), a_partnership())
    assert second and earlier_follow_ups(a_visit(bridge).reader, [first, second], second, known, {}) == [(view.rows[0].text, view.rows[0].follow_up)]


def test_a_gap_that_reads_as_one_and_a_half_asks_for_the_agenda(bridge):
    outcome = mirror.result(a_visit(bridge), closed(bridge, company=(2,) * 5 + (3,) * 6))
    assert outcome
    row, *_ = mirror_view(a_visit(bridge).reader, outcome, BODIES, []).rows
    asking = a_visit(bridge)
    drafts = agenda.suggested(asking, partnership.read(asking, "BRUG"))

    assert (row.gap, row.gap_words, row.proposes) == (1.5, "1.5", True)
    assert {one.why.en for one in drafts if one.origin == "mirror"} == {"The partners answered 1.5 apart on a scale of five: On people"}


def test_an_agenda_item_becomes_an_action_that_gets_done(bridge):
    outcome = mirror.result(a_visit(bridge), closed(bridge))
    assert outcome
    put = follow_up.follow(a_visit(bridge), a_partnership(), a_follow_up(outcome))
    follow_up.follow(a_visit(bridge), a_partnership(), replace(put, state="action", action=Text(en="Swap desks"), done_on=TODAY))
    view = mirror_view(a_visit(bridge).reader, outcome, BODIES, follow_up.follow_ups(a_visit(bridge), a_partnership()))

    assert [row.follow_up for row in view.rows if row.follow_up] == ["action: Swap desks · done 23 Nov 2026"]


def test_only_a_gap_that_a_closed_round_showed_is_followed_up(bridge):
    one, _ = begun(bridge)
    blank = FollowUp(partnership_id=BRIDGE, round_id=one.id, statement_id=one.id)
    for wanted in (blank, replace(blank, round_id=closed(bridge, name=Text(en="Again")).id)):
        with pytest.raises(ThingNotFound):
            follow_up.follow(a_visit(bridge), a_partnership(), wanted)


def a_follow_up(outcome):
    return FollowUp(partnership_id=BRIDGE, round_id=outcome.round.id, statement_id=outcome.statements[0].id)


def test_the_line_of_sight_names_what_is_covered_thin_and_forgotten():
    plan = [
        a_milestone(code="A", serves=(THEME,)),
        a_milestone(code="B", serves=(THEME, "trait.engaged")),
        a_milestone(code="C"),
        a_milestone(code="X", cancelled=True),
    ]
    reader = a_reader()
    rows = line_rows(reader, "BRUG", (THEME, "trait.engaged", "ambition.meaning"), plan)

    assert [(row.cover, len(row.milestones)) for row in rows] == [("covered", 2), ("thin", 1), ("gap", 0)]
    assert [words for words, _, _ in serving_nothing(reader, "BRUG", plan)] == ["C Curriculum"]
