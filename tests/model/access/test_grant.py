"""Grants: what a request may is the union of its grants, and never more than each gives."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integration.model.access.ability import ABILITIES, ABILITIES_OF
from integration.model.access.grant import PARTS, Grant, as_known_on, hidden_by, in_domain, on_page, pages_showing, seen_by
from integration.model.domain import DOMAINS

MOMENT = datetime.combine(date(2026, 3, 1), time(12))
IDS, PAGES = ("a", "b", "c"), ("portfolio", "domain", "timeline")
some = st.builds(
    Grant,
    role=st.sampled_from([*ABILITIES_OF]),
    partnerships=st.none() | st.frozensets(st.sampled_from(IDS), min_size=1),
    pages=st.none() | st.frozensets(st.sampled_from(PAGES), min_size=1),
    domain=st.sampled_from(["", *DOMAINS]),
    hides=st.frozensets(st.sampled_from(PARTS)),
    as_of=st.none() | st.just(MOMENT),
)


@given(st.lists(some, max_size=4), st.sampled_from(IDS), st.sampled_from(sorted(ABILITIES)))
def test_the_union_gives_an_ability_exactly_where_one_grant_does(grants, about, ability):
    alone = [one for one in grants if ability in ABILITIES_OF[one.role] and (one.partnerships is None or about in one.partnerships)]

    assert any(one.gives(ability, about) for one in grants) == bool(alone)


@given(st.lists(some, max_size=4))
def test_the_union_shows_what_one_grant_shows_and_nothing_else(grants):
    seen = seen_by(grants)
    for about in IDS:
        assert (seen is None or about in seen) == any(one.partnerships is None or about in one.partnerships for one in grants)


@given(st.lists(some, max_size=4), some, st.sampled_from(IDS))
def test_one_grant_more_never_shows_less_and_never_hides_more(grants, more, about):
    before, after = seen_by(grants), seen_by([*grants, more])
    assert after is None or (before is not None and before <= after)
    assert hidden_by([*grants, more], about) <= hidden_by(grants, about)


@given(st.lists(some, max_size=4), st.sampled_from(IDS))
def test_a_part_is_shown_only_where_a_grant_on_that_partnership_shows_it(grants, about):
    covering = [one for one in grants if one.partnerships is None or about in one.partnerships]
    for part in PARTS:
        assert (part not in hidden_by(grants, about)) == any(part not in one.hides for one in covering)


@given(st.lists(some, max_size=4), st.sampled_from(PAGES), st.sampled_from(DOMAINS))
def test_page_and_domain_only_ever_take_grants_away(grants, page, domain):
    kept = in_domain(on_page(grants, page), domain)

    assert kept == tuple(one for one in grants if (one.pages is None or page in one.pages) and one.domain in ("", domain))
    assert in_domain(grants, "") == tuple(grants)


@given(st.lists(some, max_size=4))
def test_a_guest_sees_the_moment_of_the_link_and_no_other(grants):
    for moment in (None, MOMENT, MOMENT - timedelta(seconds=1)):
        assert as_known_on(grants, moment) == tuple(one for one in grants if one.role != "guest" or one.as_of == moment)


def test_a_guest_and_a_steering_member_change_nothing_of_the_plan():
    for role in ("guest", "steering"):
        assert not {one for one in ABILITIES_OF[role] if one.startswith(("update", "set", "edit", "manage", "report", "run", "publish"))}


def test_what_is_about_no_partnership_in_particular_is_written_by_who_has_them_all():
    lead, administrator = Grant(role="lead", partnerships=frozenset({"a"})), Grant(role="administrator")

    assert (lead.gives("update plan"), administrator.gives("update plan"), lead.gives("read portfolio")) == (False, True, True)


def test_what_each_role_may_beyond_the_one_before_it():
    guest, steering, lead = (ABILITIES_OF[role] for role in ("guest", "steering", "lead"))

    assert guest == {"read portfolio", "read partnership", "read register"}
    assert steering - guest == {"read history", "agree", "decide", "share", "comment"}
    assert lead - steering == {"update plan", "report status", "set depth", "edit partnership", "update register", "run meeting", "publish"}
    assert guest < steering < lead < ABILITIES_OF["administrator"] == ABILITIES


def test_who_shares_need_not_have_them_all_and_a_new_grant_is_narrowed_by_nothing():
    steering = Grant(role="steering", partnerships=frozenset({"a"}))

    assert (steering.gives("share"), steering.gives("decide"), steering.gives("decide", "a"), steering.gives("share", "b")) == (True, False, True, False)
    assert (steering.domain, steering.thing, steering.link, steering.hides) == ("", "", "", frozenset())


def test_what_is_given_otherwise_than_as_a_page_is_what_the_pages_of_a_grant_show():
    every, two = Grant(role="guest"), Grant(role="guest", pages=frozenset({"timeline", "meeting"}))

    assert pages_showing(every, "milestones") == ("partnership", "timeline", "domain")
    assert pages_showing(every, "meetings") == ("partnership", "portfolio", "meeting", "agenda")
    assert pages_showing(every, "progress") == ("portfolio", "partnership", "domain")
    assert [pages_showing(two, one) for one in ("milestones", "meetings", "progress")] == [("timeline",), ("meeting",), ()]
