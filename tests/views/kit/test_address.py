"""Addresses: what they say, which day goes along, and that none leads where the reader may not go."""

from dataclasses import replace

import pytest

from integration.views.kit.address import address
from integration.views.kit.reader import Reach
from tests.examples import a_reader

GUEST = replace(a_reader("nl"), reach=Reach("timeline", pages=frozenset({"partnership"}), histories=False))
PAST = replace(a_reader(), reach=Reach("portfolio", day="2026-01-31"))


def test_an_address_names_what_was_asked_and_the_language():
    assert address(a_reader("nl"), "partnership", p="ZORG-NOORD", domain="", page=None, search="a&b=c") == "/partnership?p=ZORG-NOORD&search=a%26b%3Dc&lang=nl"


@pytest.mark.parametrize(
    ("page", "asked", "expected"),
    [
        ("partnership", {}, "/partnership?lang=nl"),
        ("timeline", {}, "/timeline?lang=nl"),
        ("register", {}, ""),
        ("partnership", {"history": "partnership"}, ""),
        ("timeline", {"history": "milestone.H1"}, ""),
        ("partnership", {"history": ""}, "/partnership?lang=nl"),
    ],
)
def test_a_guest_is_led_to_what_was_shared_and_to_the_page_that_is_open(page, asked, expected):
    assert address(GUEST, page, **asked) == expected


def test_a_past_day_goes_along_until_an_address_names_a_day_or_leads_back():
    assert address(PAST, "partnership") == "/partnership?lang=en&asof=2026-01-31"
    assert address(PAST, "partnership", asof="2025-01-01") == "/partnership?asof=2025-01-01&lang=en"
    assert address(PAST.without_past(), "partnership") == "/partnership?lang=en&asof="
