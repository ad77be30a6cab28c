"""Telling other programs: every message once, also with three servers; tried again with growing pauses; nothing that a steering member may not read."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from integration.access.seal import Seal
from integration.model.operating.webhook import PAUSES, Delivery, Webhook
from integration.model.register import Decision
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.exchange import telling, webhook
from integration.services.operating.schedule import Interval, Schedule
from integration.services.operating.timed import TimedWork
from integration.services.operating.timetable import timed_work
from integration.services.portfolio import partnership
from integration.storage.core.records import versions
from integration.storage.operating.webhook import webhook_health
from tests.examples import BRIDGE, NOON, TODAY, a_milestone, a_visit, save
from tests.services.exchange.receiving import receiving

MONDAY = Schedule(7, 0)
minutes = timedelta(minutes=1)


@pytest.fixture
def receiver(tmp_path, monkeypatch):
    with receiving(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "127.0.0.1,::1")
        yield running


def hooked(database, receiver, **wanted) -> Webhook:
    """A webhook of the Bridge since noon."""
    someone = a_visit(database, now=NOON)
    usual = {"partnership_id": BRIDGE, "form": "json", "endpoint": receiver.address(), "language": "en", "since": NOON}
    return webhook.make(someone, partnership.find(someone, "BRUG"), Webhook(**{**usual, **wanted}))[0]


def happens(database, minute: float, *records):
    return save(database, *records, recorded_at=NOON + minute * minutes)


def told_at(database, *at: float, weekly=None) -> list[tuple[int, int]]:
    """What came of looking at these minutes after noon: taken, and not."""
    found = [telling.tell(a_visit(database, now=NOON + one * minutes), weekly) for one in at]
    return [(one.done, one.failed) for one in found]


def lines(message) -> list[str]:
    return [line for group in message["groups"] for line in group["lines"]]


def test_what_changed_is_told_once(bridge, receiver):
    hooked(bridge, receiver)
    happens(bridge, 3, a_milestone(code="T7", title=Text("Les", "Lesson")))

    assert told_at(bridge, 2, 5, 10, 15) == [(0, 0), (1, 0), (0, 0), (0, 0)]
    [message] = receiver.told
    assert (message["format"], message["event"], message["partnership"]) == ("ineen-message-1", "news", {"code": "BRUG", "name": "The Bridge"})
    assert lines(message) == ["Training: ‘Lesson’ was added. (Vera)"] and "/partnership?p=BRUG" in message["url"]


def test_what_was_saved_a_moment_ago_waits_and_what_was_before_is_not_told(bridge, receiver):
    happens(bridge, -5, a_milestone(code="T6"))
    hooked(bridge, receiver)
    happens(bridge, 4.5, a_milestone(code="T7"))

    assert told_at(bridge, 5, 10) == [(0, 0), (1, 0)]


def test_a_decision_that_is_asked_is_told_as_such_and_one_taken_as_a_change(bridge, receiver):
    hooked(bridge, receiver)
    [asked] = happens(bridge, 2, Decision(partnership_id=BRIDGE, title=Text("Welk lokaal?", "Which room?"), needed_by=TODAY + timedelta(days=3)))
    told_at(bridge, 5)
    happens(bridge, 7, replace(asked, decision=Text("Zuid", "South"), decided_on=TODAY))
    told_at(bridge, 10)

    assert [one["title"] for one in receiver.told] == ["The Bridge: a decision is asked", "The Bridge: what changed"]
    assert lines(receiver.told[0])[0] == "Which room? – needed by 26 Nov 2026" and "/register?" in receiver.told[0]["url"]


@pytest.mark.parametrize(("tells", "titles"), [(("change",), ["what changed"]), (("decision",), ["a decision is asked"]), (("digest",), [])])
def test_only_what_was_chosen_is_told(bridge, receiver, tells, titles):
    hooked(bridge, receiver, tells=tells)
    happens(bridge, 2, Decision(partnership_id=BRIDGE, title=Text("Welk lokaal?", "Which room?")))
    happens(bridge, 3, a_milestone(code="T7"))
    told_at(bridge, 5, 10)

    assert [one["title"].partition(": ")[2] for one in receiver.told] == titles


def test_the_week_comes_when_the_digest_is_mailed_once_and_in_its_language(bridge, receiver):
    hooked(bridge, receiver, language="nl", tells=("digest",))
    happens(bridge, 30, a_milestone(code="T7", title=Text("Les", "Lesson")))
    week = 7 * 24 * 60

    assert told_at(bridge, 10, week - 330, week, week + 5, weekly=MONDAY) == [(0, 0), (1, 0), (0, 0), (0, 0)]
    [message] = receiver.told
    assert (message["event"], message["title"]) == ("digest", "De Brug: deze week") and any("Les" in line for line in lines(message))


def test_a_refusal_is_tried_again_with_growing_pauses_under_one_id_then_stopped(bridge, receiver):
    hooked(bridge, receiver)
    receiver.status = 500
    happens(bridge, 1, a_milestone(code="T7"))
    at, tries = NOON + 5 * minutes, []
    for pause in (*PAUSES, timedelta(0)):
        tries += [telling.tell(a_visit(bridge, now=one), None).failed for one in (at, at + pause / 2)]
        at += pause

    assert tries == [1, 0] * 6 + [1, 0] and len({headers["webhook-id"] for _, headers, _ in receiver.got}) == 1
    [one] = webhook.listed(a_visit(bridge), partnership.find(a_visit(bridge), "BRUG"))
    assert (one.webhook.state, one.deliveries[0].state, one.deliveries[0].tries, one.deliveries[0].status) == ("stopped", "refused", 7, 500)


def test_what_waited_arrives_and_what_happened_meanwhile_follows(bridge, receiver):
    hooked(bridge, receiver)
    receiver.status = 503
    happens(bridge, 1, a_milestone(code="T7"))
    told_at(bridge, 5)
    happens(bridge, 6, a_milestone(code="T8"))
    receiver.status = 200

    assert told_at(bridge, 8, 10, 15) == [(0, 0), (1, 0), (1, 0)]
    assert len(receiver.got) == 3 and [len(lines(one)) for one in receiver.told] == [1, 1, 1]


def test_an_end_that_is_gone_is_stopped_at_once_and_goes_on_when_somebody_says_so(bridge, receiver):
    stored = hooked(bridge, receiver)
    receiver.status = 410
    happens(bridge, 1, a_milestone(code="T7"))
    told_at(bridge, 5)
    receiver.status = 200
    happens(bridge, 7, a_milestone(code="T8"))
    quiet = told_at(bridge, 10)
    webhook.set_state(a_visit(bridge, now=NOON + 11 * minutes), partnership.find(a_visit(bridge), "BRUG"), stored.id, "live")
    happens(bridge, 12, a_milestone(code="T9"))

    assert (quiet, told_at(bridge, 15)) == ([(0, 0)], [(1, 0)])
    assert [line.count("T8") for line in lines(receiver.told[-1])] == [0]


def test_three_servers_send_each_message_once(bridge, receiver, tmp_path):
    hooked(bridge, receiver)
    servers = [_server(bridge, tmp_path / f"{number}.json") for number in range(3)]
    for minute in range(0, 20, 5):
        happens(bridge, minute + 1, a_milestone(code=f"T{minute + 20}"))
        for one in servers:
            one.look(NOON + (minute + 5) * minutes)

    assert len(receiver.got) == len({headers["webhook-id"] for _, headers, _ in receiver.got}) == 4


def _server(database, file) -> TimedWork:
    tasks = timed_work(Host(database, Cache(), Seal("only for tests"))).tasks
    return TimedWork([one for one in tasks if one.name == "webhooks"], file)


def test_a_sending_that_was_cut_off_is_not_sent_again(bridge, receiver, monkeypatch):
    hooked(bridge, receiver)
    happens(bridge, 1, a_milestone(code="T7"))

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    with monkeypatch.context() as meanwhile, pytest.raises(Killed):
        meanwhile.setattr(telling, "send", killed)
        told_at(bridge, 5)
    happens(bridge, 20, a_milestone(code="T8"))

    assert told_at(bridge, 10, 25) == [(0, 0), (1, 0)]
    assert len(receiver.got) == 1


def test_it_tells_what_a_steering_member_may_read_of_this_partnership_and_nothing_else(bridge, receiver):
    stored = hooked(bridge, receiver)
    committee = telling.committee(a_visit(bridge), stored)

    assert committee.may("read register", BRIDGE) and not committee.may("update plan", BRIDGE) and not committee.may("share")
    assert (committee.seen, committee.may("read partnership", "another"), committee.may("manage people")) == (frozenset({BRIDGE}), False, False)
    assert {"webhook", "membership", "share_link", "digest_mail"}.isdisjoint(telling.TOLD) and "decision" in telling.TOLD


def test_health_counts_what_came_of_it_without_a_name(bridge, receiver):
    hooked(bridge, receiver)
    happens(bridge, 1, a_milestone(code="T7"))
    receiver.status = 500
    told_at(bridge, 5)
    with bridge.reading() as cursor:
        found = webhook_health(cursor, NOON - timedelta(days=1))

    assert (found.webhooks, found.stopped, found.taken, found.waiting, found.refused) == (1, 0, 0, 1, 0)


def test_every_few_minutes_whatever_the_hour():
    often, at = Interval(5), datetime.fromisoformat

    assert (often.latest(at("2026-03-29 03:04:59")), often.latest(at("2026-03-29 03:05"))) == (at("2026-03-29 03:00"), at("2026-03-29 03:05"))
    assert often.next(at("2026-12-31 23:58")) == at("2027-01-01 00:00")


def test_of_what_was_sent_only_what_came_of_it_is_kept(bridge, receiver):
    hooked(bridge, receiver)
    happens(bridge, 1, a_milestone(code="T7", title=Text("Geheime les", "Secret lesson")))
    told_at(bridge, 5)
    with bridge.reading() as cursor:
        assert "lesson" not in str(versions(cursor, Delivery, "true", []))
