"""A share link: until when it opens, what it gives, and what it refuses."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.model.access.grant import PARTS
from integration.model.access.share_link import MOST_DAYS, OPENS, SHAREABLE, ShareLink, link_problems, plain_pin
from tests.examples import BRIDGE, NOON, fields_of

ENDS = NOON + timedelta(days=90)
LINK = ShareLink(kind="partnership", page="partnership", partnerships=(BRIDGE,), expires_at=ENDS, made_at=NOON)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("wanted", "when", "opens"),
    [
        ({}, NOON, True),
        ({}, ENDS - SECOND, True),
        ({}, ENDS, False),
        ({"state": "paused"}, NOON, False),
        ({"state": "revoked"}, NOON, False),
        ({"removed": True}, NOON, False),
    ],
)
def test_a_link_opens_while_it_is_live_and_before_its_end(wanted, when, opens):
    assert replace(LINK, **wanted).opens(when) == opens


@pytest.mark.parametrize(("left", "soon"), [(timedelta(days=7) + SECOND, False), (timedelta(days=7), True), (SECOND, True), (timedelta(), False)])
def test_it_ends_soon_in_its_last_week(left, soon):
    assert LINK.ends_soon(ENDS - left) == soon


def test_what_is_paused_does_not_end_soon():
    assert not replace(LINK, state="paused").ends_soon(ENDS - SECOND)


def test_it_opens_the_pages_of_its_kind_and_its_own():
    pages = {kind: replace(LINK, kind=kind, page="register").pages - {"register"} for kind in OPENS}

    assert pages == {
        "portfolio": {"portfolio", "partnership", "domain", "timeline"},
        "partnership": {"partnership", "timeline"},
        "domain": {"domain"},
        "foundation": {"foundation", "mirror"},
        "page": set(),
    }
    assert {page for opened in OPENS.values() for page in opened} | {"register", "pack", "agenda"} == SHAREABLE


def test_it_gives_a_guest_what_it_holds_and_no_more():
    link = replace(LINK, domain="hrm", thing="t", hides=("notes",), as_of=NOON)
    given = link.grant()

    assert [given.role, given.partnerships, given.pages] == ["guest", {BRIDGE}, {"partnership", "timeline"}]
    assert [given.domain, given.thing, given.hides, given.as_of, given.link, given.until] == ["hrm", "t", {"notes"}, NOON, link.id, ENDS]
    assert LINK.hides == () and LINK.as_of is None and (LINK.domain, LINK.thing, LINK.query, LINK.note) == ("", "", "", "")


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"kind": "other"}, ["page"]),
        ({"page": "settings"}, ["page"]),
        ({"partnerships": ()}, ["partnerships"]),
        ({"domain": "hrm"}, []),
        ({"domain": "sport"}, ["domain"]),
        ({"hides": PARTS}, []),
        ({"hides": ("names",)}, ["hides"]),
        ({"page": "pack"}, []),
        ({"page": "pack", "hides": ("notes",)}, ["hides"]),
        ({"page": "agenda", "thing": "m"}, []),
        ({"page": "agenda"}, ["page"]),
        ({"page": "agenda", "thing": "m", "hides": ("notes",)}, ["hides"]),
        ({"expires_at": NOON}, ["expires_at"]),
        ({"expires_at": NOON + SECOND}, []),
        ({"expires_at": NOON + timedelta(days=MOST_DAYS + 1)}, []),
        ({"expires_at": NOON + timedelta(days=731) + SECOND}, ["expires_at"]),
        ({"note": "x" * 300}, []),
        ({"note": "x" * 301}, ["note"]),
    ],
)
def test_what_a_link_refuses(wanted, fields):
    assert fields_of(link_problems(replace(LINK, **wanted), "", NOON)) == fields


@pytest.mark.parametrize("pin", ["1234", "123456789012", ""])
def test_a_good_pin_passes(pin):
    assert link_problems(LINK, pin, NOON) == []


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "١٢٣٤", "12 34"])
def test_a_bad_pin_is_refused_with_its_bounds(pin):
    [problem] = link_problems(LINK, pin, NOON)

    assert (problem.field, problem.details) == ("pin", {"least": 4, "most": 12})


def test_blanks_in_a_typed_pin_do_not_count():
    assert plain_pin(" 12 34\t5 ") == "12345"
