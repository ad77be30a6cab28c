"""PINs: guessing gets slower and ends the link, and a stranger's guesses keep no rightful reader out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.errors import LinkNotOpen, PinLocked, PinWrong
from integration.model.access.share_link import MOST_WRONG
from integration.services.access import link, pin
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import moment_now
from integration.web import share
from tests.access.identity import a_guest, a_link, a_member, a_session, by
from tests.access.mailing import mail_host
from tests.examples import BRIDGE

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def quick_to_try(monkeypatch):
    """Here guesses are counted; how much work one is has a test of its own."""
    monkeypatch.setattr("integration.access.token.PIN_WORK", 2)


@pytest.fixture
def protected(bridge):
    """A link with a PIN, by a steering member."""
    _, token = link.make(by(bridge, a_session(a_member(bridge, "steering", "maker@test.example", BRIDGE))), a_link(), " 246 810 ")
    return token


def opened(database, token, typed, when=None, **who):
    now = when or moment_now()
    return link.open_with(database, link.of_token(database, token, now), typed, now, **who)


def guess(database, token, times, when=None, **who):
    """What each wrong guess is answered with."""
    told = []
    for _ in range(times):
        try:
            opened(database, token, "000000", when, **who)
        except (PinWrong, PinLocked) as error:
            told.append((type(error), *error.details.values()))
    return told


def test_a_pin_may_be_typed_with_spaces(bridge, protected):
    assert a_guest(bridge, opened(bridge, protected, "24 68 10")).seen == frozenset({BRIDGE})


def test_each_wrong_guess_of_a_browser_after_the_fifth_waits_twice_as_long(bridge, protected):
    assert guess(bridge, protected, 5) == [(PinWrong, 4), (PinWrong, 3), (PinWrong, 2), (PinWrong, 1), (PinLocked, 1)]
    now = moment_now()
    for minutes in (2, 4, 8, 16, 32, 60, 60):
        now += HOUR
        assert guess(bridge, protected, 1, now) == [(PinLocked, minutes)]
    with pytest.raises(PinLocked):
        opened(bridge, protected, "246810", now)


def test_a_strangers_five_guesses_keep_no_rightful_reader_out(bridge, protected):
    guess(bridge, protected, 9, browser="stranger", client="203.0.113.5")

    assert a_guest(bridge, opened(bridge, protected, "246810", browser="reader", client="203.0.113.5")).seen == frozenset({BRIDGE})
    assert opened(bridge, protected, "246810", browser="other", client="2001:db8::1")


def test_a_stranger_who_takes_a_new_browser_for_every_guess_waits_by_network(bridge, protected):
    told = [guess(bridge, protected, 1, browser=f"browser {at}", client=f"2001:db8::{at}")[0][0] for at in range(20)]

    assert told == [PinWrong] * 14 + [PinLocked] * 6


def test_guesses_at_once_are_counted_one_by_one(bridge, protected):
    with ThreadPoolExecutor(8) as many:
        told = [one[0][0] for one in many.map(lambda _: guess(bridge, protected, 1), range(16))]

    assert told.count(PinWrong) == 4


def test_guesses_at_one_link_keep_no_reader_of_another_waiting(bridge, protected):
    _, token = link.make(by(bridge, OPERATOR), a_link(), "135791")
    guessed, now = link.of_token(bridge, protected, moment_now()), moment_now()
    with ThreadPoolExecutor(2) as pool:
        # The guess is written down, so it waits for the save that is going on here.
        with bridge.writing("test", "held", ""):
            guess_ = pool.submit(pin.try_pin, bridge, guessed, "000000", now, "one", "")
            while not (guessed.id in pin._trying and pin._trying[guessed.id].locked()):
                pass
            pool.submit(pin.try_pin, bridge, link.of_token(bridge, token, now), "135791", now, "two", "").result(timeout=60)
        assert isinstance(guess_.exception(timeout=60), PinWrong)


def test_after_fifty_from_everywhere_the_link_is_paused_and_its_maker_told(bridge, protected, monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        for at in range(MOST_WRONG):
            guess(bridge, protected, 1, browser=f"browser {at}", client=f"198.51.100.{at}")
        with pytest.raises(LinkNotOpen):
            opened(bridge, protected, "246810")
        assert inbox.arrived.wait(30)

    assert inbox.recipients == [["maker@test.example"]] and "50" in inbox.mails[0].get_content()
    [listed] = link.managed(by(bridge, OPERATOR))
    assert (listed.link.state, listed.stopped) == ("paused", True)


def test_slips_of_readers_who_know_the_pin_never_pause_a_link_and_resuming_begins_anew(bridge, protected):
    for at in range(20):
        guess(bridge, protected, 4, browser=f"reader {at}")
        opened(bridge, protected, "246810", browser=f"reader {at}")
    for at in range(MOST_WRONG - 1):
        guess(bridge, protected, 1, browser=f"stranger {at}")
    [listed] = link.managed(by(bridge, OPERATOR))
    assert listed.link.state == "live"
    for state in ("paused", "live"):
        link.set_state(by(bridge, OPERATOR), listed.link.id, state)
    guess(bridge, protected, 1, browser="one more")

    assert link.managed(by(bridge, OPERATOR))[0].link.state == "live"


def test_over_http_a_strangers_guesses_keep_nobody_out_and_a_page_names_its_own_browser(bridge, protected):
    opened_host = Host(bridge, Cache(), Seal("secret"))
    stranger, reader = (TestClient(Starlette(routes=share.routes(lambda: opened_host)), follow_redirects=False) for _ in range(2))
    named = stranger.get(f"/s/{protected}").text.partition('name="browser" value="')[2].partition('"')[0]
    codes = [stranger.post(f"/s/{protected}", data={"pin": "000000", "browser": named}).text for _ in range(6)]

    assert "Te veel" in codes[4] and "Te veel" not in codes[3]
    assert reader.post(f"/s/{protected}", data={"pin": "246810", "browser": "mine"}).status_code == 303
