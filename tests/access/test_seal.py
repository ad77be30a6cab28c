"""Seals and tokens: only this server can have made them, for one purpose, for a time."""

import hashlib
import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.access.seal import LONGEST, SKEW, Seal, secret_beside
from integration.access.token import TOKEN_LENGTH, new_token, pin_fits, pin_hash, same, token_hash

SEAL, LIFE = Seal("secret"), timedelta(days=14)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def opened(text: str, after: timedelta = timedelta(), seal: Seal = SEAL, purpose: str = "session"):
    found = seal.open(purpose, text, LIFE, now() + after)
    return found[0] if found else None


def test_what_was_closed_opens_with_the_moment_it_was_closed():
    found = SEAL.open("session", SEAL.close("session", ["a", 1]), LIFE, now())

    assert found is not None
    value, moment = found
    assert value == ["a", 1]
    assert abs(moment - now()) < timedelta(seconds=30)


def test_another_secret_or_purpose_does_not_open_it():
    text = SEAL.close("session", "a")

    assert (opened(text, seal=Seal("other")), opened(text, purpose="links")) == (None, None)


@given(st.data())
def test_one_letter_changed_left_out_or_added_does_not_open_it(data):
    text = SEAL.close("session", ["somebody", "x"])
    at, letter = data.draw(st.integers(0, len(text) - 2)), data.draw(st.sampled_from("aZ09-_."))
    for tried in (text[:at] + letter + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + letter + text[at:], text[:at]):
        assert tried == text or opened(tried) is None


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        (timedelta(), True),
        (LIFE - timedelta(minutes=1), True),
        (LIFE + timedelta(minutes=1), False),
        (-SKEW + timedelta(minutes=1), True),
        (-SKEW - timedelta(minutes=1), False),
        (timedelta(days=-3000), False),
        (timedelta(days=30000), False),
    ],
)
def test_too_old_and_from_days_to_come_do_not_open_whatever_a_clock_does(after, opens):
    assert (opened(SEAL.close("session", "a"), after) == "a") is opens


@pytest.mark.parametrize("text", ["", ".", "..", "a.b.c", "\x00", "é.é.é", "x" * (LONGEST + 1), "=" * 40, "-1.-1.-1"])
def test_what_is_no_seal_opens_nothing(text):
    assert opened(text) is None


def test_the_secret_beside_the_store_is_made_once_and_only_its_owner_reads_it(tmp_path):
    store = tmp_path / "store.duckdb"
    first = secret_beside(store)

    assert (secret_beside(store), len(first) >= 43) == (first, True)
    assert stat.S_IMODE((tmp_path / "store.duckdb.secret").stat().st_mode) == 0o600


def test_tokens_are_long_and_never_the_same():
    made = {new_token() for _ in range(1000)}

    assert len(made) == 1000
    assert {len(one) for one in made} == {TOKEN_LENGTH}


def test_hashes_are_compared_whole():
    assert same(token_hash("a"), token_hash("a"))
    assert not same(token_hash("a"), token_hash("b"))
    assert not same("", token_hash("a"))


def test_a_pin_fits_itself_and_is_stored_salted():
    stored = pin_hash("2468")

    assert pin_fits("2468", stored)
    assert not any(pin_fits(one, stored) for one in ("2469", "246", "24680", "", "2468 "))
    assert pin_hash("2468") != stored
    assert "2468" not in stored.split("$")


def test_trying_a_pin_is_the_work_of_16_megabytes():
    salt, _, kept = pin_hash("2468").partition("$")

    assert kept == hashlib.scrypt(b"2468", salt=bytes.fromhex(salt), n=16_384, r=8, p=1).hex()


def test_a_key_is_one_persons_and_one_purposes_alone():
    seal = Seal("a secret")

    assert seal.key("draft", "one") == Seal("a secret").key("draft", "one")
    assert len({seal.key("draft", "one"), seal.key("draft", "two"), seal.key("drafts of", "one"), Seal("another").key("draft", "one")}) == 4
    assert len(seal.key("draft", "one")) == 32
