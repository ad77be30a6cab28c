"""Tokens and PINs: never twice the same, and never stored as they are."""

import re

from integration.access.token import TOKEN_LENGTH, new_pin, new_token, pin_fits, pin_hash, same, token_hash


def test_tokens_differ_and_go_into_an_address():
    one, other = new_token(), new_token()

    assert one != other
    assert all(re.fullmatch(rf"[\w-]{{{TOKEN_LENGTH}}}", token, re.ASCII) for token in (one, other))


def test_of_a_token_only_a_hash_is_kept_whatever_somebody_tries():
    assert token_hash("a") == token_hash("a") != token_hash("b")
    assert len(token_hash("\ud800")) == len(token_hash("")) == 64
    assert same(token_hash("a"), token_hash("a")) and not same(token_hash("a"), token_hash("b"))


def test_a_pin_has_its_length_also_where_it_begins_with_a_nought():
    assert {len(new_pin(1)) for _ in range(50)} == {1}
    assert all(re.fullmatch(r"\d{6}", new_pin(6)) for _ in range(50))


def test_only_the_pin_itself_fits_and_two_who_chose_the_same_cannot_be_told():
    one, other = pin_hash("012345"), pin_hash("012345")

    assert one != other and "012345" not in one
    assert pin_fits("012345", one) and pin_fits("012345", other)
    assert not pin_fits("12345", one) and not pin_fits("", one)
