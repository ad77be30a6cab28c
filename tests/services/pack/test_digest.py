"""The digest: somebody's week in words, and a mail that goes out once, whatever the server does."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from integration.model.access.membership import Membership
from integration.model.digest import DigestMail, digest_id, week_of
from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.record import new_id
from integration.model.register import Decision
from integration.model.text import Text
from integration.services.pack import digest
from integration.services.portfolio import portfolio
from integration.storage.organisation import people
from integration.storage.partnership import partnership_by_code
from integration.storage.plan.milestone import plan_of
from integration.views.pack.digest import committee_groups
from integration.views.plan.verdict import pair_words
from tests.access.mailing import Inbox, mail_host, words_of
from tests.examples import BRIDGE, JANUARY, NOON, TODAY, VERA, a_depth, a_milestone, a_partnership, a_person, a_reader, a_visit, save
from tests.storage.core.test_uniqueness import put
from tests.web.test_one_moment import Busy


@pytest.fixture
def busy(bridge):
    with bridge.reading() as cursor:
        vera = people(cursor)[VERA]
    save(bridge, replace(vera, email="vera@example.org"), recorded_at=NOON - timedelta(days=30))
    [one] = save(bridge, a_milestone(owner_id=VERA, due_on=date(2026, 11, 20)), recorded_at=NOON - timedelta(days=30))
    save(bridge, replace(one, credit=50.0), a_depth(), recorded_at=NOON - timedelta(days=3))
    return bridge


def outcomes(database, **wanted) -> list[str]:
    return [one.outcome for one in digest.send_all(a_visit(database, **wanted))]


def test_a_digest_tells_what_changed_and_what_is_theirs(busy):
    found = digest.read(a_visit(busy), VERA)

    assert found.title == "Since last week: Vera"
    assert "Training: ‘Curriculum’ went from not started to running at one partner." in found.text
    assert "T1 Curriculum – 3 days late" in found.text
    assert "Leerplan" in digest.read(a_visit(busy, "nl"), VERA).text


@pytest.mark.parametrize(("language", "pair"), [("en", "delivered 0 % · planned by now 100 %"), ("nl", "opgeleverd 0 % · gepland tot nu 100 %")])
def test_each_partnership_of_a_digest_tells_its_pair_as_its_page_does(busy, language, pair):
    visit = a_visit(busy, language)
    [part] = digest.read(visit, VERA).parts
    row = portfolio.read(visit).timed.partnerships.loc[BRIDGE]

    assert part.pair == pair_words(visit.reader.say, row) == pair
    assert f"\n{pair}\n" in digest.read(visit, VERA).text


def test_what_is_mailed_is_of_one_moment(busy):
    asking: Any = busy
    asking.__class__, asking.asked = Busy, []
    digest.read(a_visit(asking), VERA)

    assert len(asking.asked) > 1
    assert len({*asking.asked}) == 1


def test_who_only_owns_work_is_mailed_that_work_and_nothing_of_the_partnership(busy, monkeypatch):
    [mia] = save(busy, a_person(id=new_id(), name="Mia", email="mia@example.org"), recorded_at=NOON - timedelta(days=30))
    save(busy, a_milestone(code="T9", title=Text("Rooster", "Timetable"), owner_id=mia.id, due_on=date(2026, 11, 20)), recorded_at=NOON - timedelta(days=2))
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        assert outcomes(busy, language="en") == ["sent", "sent"]
    [told] = [words_of(one) for one in inbox.mails if one["To"] == "mia@example.org"]

    assert "T9 Timetable – 3 days late" in told
    assert not [words for words in ("Curriculum", "Changed", "delivered", "Vera") if words in told]


def test_a_role_gives_its_holder_the_news_of_the_partnership_in_the_mail(busy):
    [mia] = save(busy, a_person(id=new_id(), name="Mia", email="mia@example.org"), recorded_at=NOON - timedelta(days=30))
    save(busy, a_milestone(code="T9", owner_id=mia.id, due_on=date(2026, 11, 20)), recorded_at=NOON - timedelta(days=2))
    save(busy, Membership(person_id=mia.id, partnership_id=BRIDGE, role="steering"))

    assert "‘Curriculum’ went from not started to running" in digest.read(a_visit(busy), mia.id).text


def test_who_only_steers_reads_what_waits_for_the_committee_and_is_mailed_the_same(busy, monkeypatch):
    [mia] = save(busy, a_person(id=new_id(), name="Mia", email="mia@example.org"), recorded_at=NOON - timedelta(days=30))
    save(busy, Membership(person_id=mia.id, partnership_id=BRIDGE, role="steering"))
    late, decided = (
        Decision(partnership_id=BRIDGE, title=Text(words, words), needed_by=date(2026, 12, 1), decided_on=on)
        for words, on in (("Who pays?", None), ("Where?", NOON.date()))
    )
    save(busy, late, decided)
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        assert outcomes(busy, language="en") == ["sent", "sent"]
    [told] = [words_of(one) for one in inbox.mails if one["To"] == "mia@example.org"]
    [part] = digest.read(a_visit(busy), mia.id).parts
    groups = {one.title: one.lines for one in part.groups}

    assert groups["For the steering committee"][0] == "Who pays? – needed by 1 Dec 2026"
    assert groups["Decided"] == ("Where?",)
    assert [words for words in ("Who pays?", "Where?", "Decided:") if words not in told] == []


def test_a_colour_that_turned_in_the_week_is_told_to_its_committee(db):
    save(db, a_partnership(), recorded_at=JANUARY)
    [mia] = save(db, a_person(id=new_id(), name="Mia"), recorded_at=JANUARY)
    save(db, Membership(person_id=mia.id, partnership_id=BRIDGE, role="steering"), recorded_at=JANUARY)
    begun = a_milestone(code="H1", domain="housing", credit=100, due_on=date(2026, 6, 1), done_on=date(2026, 6, 1))
    save(db, begun, a_milestone(code="H2", domain="housing", due_on=date(2026, 11, 8), weight=9), recorded_at=NOON - timedelta(days=20))
    [part] = digest.read(a_visit(db), mia.id).parts

    assert [line.split(":")[0] for group in part.groups if group.title == "Colours that turned" for line in group.lines] == ["▼ Housing worse"]


def test_signs_that_nobody_sees_are_named_in_a_digest_too(busy):
    with busy.reading() as cursor:
        [one] = plan_of(cursor, BRIDGE)
    put(busy, replace(one, version=one.version + 1, title=Text("gnp.\u202eexe", "gnp.\u202eexe")), NOON)

    assert "T1 gnp.[U+202E]exe" in digest.read(a_visit(busy), VERA).text


def test_a_week_without_news_says_so(bridge):
    later = a_visit(bridge, now=NOON + timedelta(days=60))

    assert digest.read(later, VERA).parts == ()
    assert "Nothing changed in your partnerships" in digest.read(later, VERA).text


def test_a_digest_is_sent_once_per_person_and_week(busy, monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        first, again = outcomes(busy), outcomes(busy)
        next_week = outcomes(busy, now=NOON + timedelta(days=7))

    assert (first, again, next_week) == (["sent"], ["sent before"], ["sent"])
    assert [one["To"] for one in inbox.mails] == ["vera@example.org", "vera@example.org"]


def test_a_server_that_refuses_loses_nothing_and_the_next_run_tries_again(busy, monkeypatch):
    with mail_host(Inbox(refuses="452 too busy")) as refusing:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", refusing.address)
        [one] = digest.send_all(a_visit(busy))
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        after = outcomes(busy)

    assert (one.outcome, one.reason) == ("refused", "The mail to vera@example.org was not sent: too busy.")
    assert (after, len(inbox.mails)) == (["sent"], 1)


def test_a_sending_that_was_cut_off_is_not_repeated(busy, monkeypatch):
    week = week_of(NOON.date())
    save(busy, DigestMail(id=digest_id(VERA, week), person_id=VERA, week=week, state="sending"))
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)

        assert (outcomes(busy), inbox.mails) == (["unclear"], [])


def test_who_has_no_address_gets_none(bridge):
    assert outcomes(bridge) == ["no address"]


def owed(database, language="en"):
    return [line for part in digest.read(a_visit(database, language), VERA).parts for group in part.groups[-1:] for line in group.lines]


def test_a_promise_that_comes_soon_is_told_although_its_due_date_was_moved(busy):
    soon, moved = NOON.date() + timedelta(days=5), NOON.date() + timedelta(days=60)
    [one] = save(busy, a_milestone(code="T8", owner_id=VERA, due_on=soon), recorded_at=NOON - timedelta(days=30))
    baseline = Baseline(partnership_id=BRIDGE, name=Text("Plan"))
    save(busy, baseline, *baseline_lines(baseline, [one]), recorded_at=NOON - timedelta(days=29))
    save(busy, replace(one, due_on=moved))

    assert "T8 Curriculum – promised 28 Nov 2026 · now planned 22 Jan 2027" in owed(busy)


@pytest.mark.parametrize(("phase", "told"), [("integrating", True), ("ended", False), ("integrated", False)])
def test_the_plan_of_what_is_over_asks_for_nothing(busy, phase, told):
    with busy.reading() as cursor:
        seen = partnership_by_code(cursor, "BRUG")
    assert seen
    save(busy, replace(seen, phase=phase))

    assert any("T1 Curriculum – 3 days late" in line for line in owed(busy)) is told


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (TODAY + timedelta(days=3), "T7 Curriculum – 268 days late"),
        (TODAY + timedelta(days=90), "T7 Curriculum – 268 days late"),
        (date(2026, 10, 14), "T7 Curriculum – 268 days late · the lead’s date 14 Oct 2026 has passed; give a new one"),
    ],
    ids=["soon", "far", "passed"],
)
def test_what_is_overdue_is_told_by_its_promise_whatever_is_expected(busy, expected, words):
    save(busy, a_milestone(code="T7", owner_id=VERA, due_on=date(2026, 2, 28), forecast_on=expected))

    assert owed(busy)[0] == words


def test_what_is_left_out_of_a_digest_is_counted(busy):
    save(busy, *(a_milestone(code=f"L{at}", owner_id=VERA, due_on=date(2026, 3, 1 + at)) for at in range(15)))

    assert (len(owed(busy)), owed(busy)[-1]) == (9, "8 more")


@pytest.mark.parametrize(("waiting", "told"), [(4, []), (5, ["1 more"])])
def test_what_waits_for_a_committee_beyond_a_few_is_counted(waiting, told):
    decisions = [Decision(partnership_id=BRIDGE, title=Text(f"Besluit {at}"), needed_by=TODAY) for at in range(waiting)]
    [group] = [one for one in committee_groups(a_reader(), None, decisions, (), TODAY) if one.lines]

    assert list(group.lines[4:]) == told


def test_colours_that_turned_beyond_a_few_are_counted():
    assert committee_groups(a_reader(), None, (), [str(at) for at in range(13)], TODAY)[0].lines[4:] == ("9 more",)
