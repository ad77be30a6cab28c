"""Facts: the frames that a whole portfolio is read into, as of any moment."""

from dataclasses import replace
from datetime import timedelta

from integration.storage.organisation import organisations, people
from integration.storage.partnership import codes_in_use, last_updates, partnership_by_code, partnership_facts
from integration.storage.plan.check_in import check_in_facts, check_ins_of, newest_check_ins, reports_by_week
from integration.storage.plan.depth import depth_facts
from integration.storage.plan.milestone import plan_facts, timeline_facts
from tests.examples import BRIDGE, COMPANY, FEBRUARY, JANUARY, MARCH, a_check_in, a_depth, a_milestone, a_partnership, a_person, an_organisation, save

OTHER = "00000000-0000-7000-8000-000000000021"


def test_the_last_word_is_the_latest_of_milestone_depth_and_check_in(db):
    save(db, a_milestone(), a_partnership(), recorded_at=JANUARY)
    save(db, a_check_in(), recorded_at=MARCH)
    save(db, a_depth(), recorded_at=FEBRUARY)
    save(db, a_depth(partnership_id=OTHER), recorded_at=FEBRUARY)

    with db.reading() as cursor:
        assert last_updates(cursor).to_dict() == {BRIDGE: MARCH, OTHER: FEBRUARY}
        assert last_updates(cursor, as_of=FEBRUARY).to_dict() == {BRIDGE: FEBRUARY, OTHER: FEBRUARY}
        assert last_updates(cursor, as_of=JANUARY).to_dict() == {BRIDGE: JANUARY}


def test_the_latest_report_of_each_domain_counts(db):
    save(db, a_check_in(colour="red", confidence=2), a_check_in(domain="hrm", colour="amber"), recorded_at=JANUARY)
    save(db, a_check_in(colour="green", confidence=9), recorded_at=MARCH)

    with db.reading() as cursor:
        now, then = (check_in_facts(cursor, moment).set_index("domain") for moment in (None, FEBRUARY))
    assert now.colour.to_dict() == {"training": "green", "hrm": "amber"}
    assert (now.confidence["training"], now.reported_at["training"]) == (9, MARCH)
    assert then.colour.to_dict() == {"training": "red", "hrm": "amber"}


def test_of_each_partnership_the_newest_check_ins_are_read_as_they_were_known(db):
    stored = [save(db, a_check_in(partnership_id=one), recorded_at=when)[0] for when in (JANUARY, FEBRUARY, MARCH) for one in (BRIDGE, OTHER)]

    with db.reading() as cursor:
        now, then = (newest_check_ins(cursor, [BRIDGE, OTHER], 2, moment) for moment in (None, FEBRUARY))
        only = newest_check_ins(cursor, [BRIDGE], 2)
    assert [one.id for one in now] == [one.id for one in stored[:1:-1]]
    assert [one.id for one in then] == [one.id for one in stored[3::-1]]
    assert [one.id for one in only] == [stored[4].id, stored[2].id]


def test_check_ins_are_read_newest_first(db):
    [older] = save(db, a_check_in(), recorded_at=JANUARY)
    [newer] = save(db, a_check_in(corrects=older.id), recorded_at=MARCH)

    with db.reading() as cursor:
        assert check_ins_of(cursor, BRIDGE) == [newer, older]
        assert check_ins_of(cursor, BRIDGE, as_of=FEBRUARY) == [older]


def test_a_corrected_report_counts_no_more_from_its_correction_on(db):
    save(db, a_check_in(colour="green", confidence=9), recorded_at=JANUARY)
    [wrong] = save(db, a_check_in(colour="red", confidence=2), recorded_at=FEBRUARY)
    save(db, a_check_in(colour="amber", confidence=6, corrects=wrong.id), recorded_at=MARCH)

    with db.reading() as cursor:
        now, then = check_in_facts(cursor), check_in_facts(cursor, FEBRUARY)
        weeks = reports_by_week(cursor, JANUARY.date() - timedelta(days=7), MARCH.date() + timedelta(days=7))
    told = ["colour", "confidence", "confidence_before"]
    assert (now[told].values.tolist(), then[told].values.tolist()) == ([["amber", 6, 9]], [["red", 2, 9]])
    assert sorted(weeks.colour) == ["amber", "green"]


def test_plans_and_depths_show_what_was_known_then(db):
    milestone, _ = save(db, a_milestone(credit=25), a_depth(current=0), recorded_at=JANUARY)
    save(db, replace(milestone, credit=75), recorded_at=MARCH)

    with db.reading() as cursor:
        assert plan_facts(cursor, FEBRUARY).credit.tolist() == [25]
        assert plan_facts(cursor).credit.tolist() == [75]
        assert depth_facts(cursor, JANUARY - timedelta(days=1)).empty
        assert depth_facts(cursor).current.tolist() == [0]


def test_a_timeline_leaves_cancelled_and_removed_milestones_out(db):
    kept, *_ = save(db, a_milestone(), a_milestone(cancelled=True), a_milestone(removed=True))

    with db.reading() as cursor:
        assert timeline_facts(cursor).id.tolist() == [kept.id]


def test_frames_of_an_empty_store_have_columns_and_no_rows(db):
    with db.reading() as cursor:
        frames = [partnership_facts(cursor), plan_facts(cursor), timeline_facts(cursor), depth_facts(cursor), check_in_facts(cursor)]

    assert [len(frame) for frame in frames] == [0] * 5
    assert all(len(frame.columns) for frame in frames)


def test_a_partnership_is_found_by_the_code_it_has_now(db):
    [stored] = save(db, a_partnership(code="OUD"), recorded_at=JANUARY)
    [renamed] = save(db, replace(stored, code="NIEUW"), recorded_at=MARCH)

    with db.reading() as cursor:
        assert partnership_by_code(cursor, "NIEUW") == renamed
        assert partnership_by_code(cursor, "OUD") is None
        assert partnership_by_code(cursor, "OUD", as_of=FEBRUARY) == stored
        assert codes_in_use(cursor) == {"NIEUW"}


def test_organisations_and_people_come_by_name(db):
    save(db, an_organisation(name="beta"), an_organisation(id=COMPANY, name="Alfa"), a_person(name="vera"), a_person(id=OTHER, name="Anna"))

    with db.reading() as cursor:
        assert [one.name for one in organisations(cursor).values()] == ["Alfa", "beta"]
        assert [one.name for one in people(cursor).values()] == ["Anna", "vera"]
