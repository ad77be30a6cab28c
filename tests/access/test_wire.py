"""What no button of a page would ask: forged presses, other people's files and sessions, and cookies that were tampered with."""

import re
from base64 import urlsafe_b64encode
from typing import Any

import httpx
import pytest

from integration.services.core.identity import LINKS, SESSION
from tests.access.portfolio import OTHER, OWN, Filled, words_of
from tests.access.wire import PLAIN, Wire, cookie_header
from tests.browser.kit.running import Running

SURE = re.compile(r"onfidence (\d+ of|went from|fell)|Watermelon: reported green, with little")
HIDDEN = ("owner", "note", "remark")
READ: Any = (
    ("portfolio", {}),
    ("portfolio", {"since": "2020-01-01"}),
    ("partnership", {"p": OWN}),
    ("partnership", {"p": OWN, "since": "2020-01-01"}),
    ("domain", {"d": "hrm"}),
    ("timeline", {}),
    *(("timeline", {"p": OWN, "show": show}) for show in ("calendar", "curve", "trend", "path", "baselines")),
)
REGISTER: Any = tuple(("register", {"p": OWN, "show": show}) for show in ("risks", "issues", "actions", "decisions"))
FOUNDATION: Any = (*(("foundation", {"p": OWN, "show": show}) for show in ("vision", "ambition", "objectives", "gates", "line")), ("mirror", {"p": OWN}))


def number(app: Running, store: Filled) -> int:
    return httpx.get(f"{app.address}/changes", headers=cookie_header(store.signed_in("administrator")), **PLAIN).json()["number"]


def file(app: Running, url: str, cookies: dict[str, str]) -> httpx.Response:
    return httpx.get(app.address + url, headers=cookie_header(cookies), **PLAIN)


@pytest.mark.parametrize("tab", ["plan", "check-in", "milestone", "partnership"])
def test_presses_on_a_page_that_was_not_granted_change_nothing(app: Running, store: Filled, tab: str):
    with Wire(app.address, store.signed_in("administrator")) as administrator:
        pressed = {widget: kind for kind, widget in administrator.open("update", p=OTHER, tab=tab).widgets}
    before = number(app, store)
    assert pressed
    for cookies in (store.holding("portfolio"), store.signed_in("steering"), store.signed_in("lead"), {}):
        with Wire(app.address, cookies) as tab_of_theirs:
            for page in ("partnership", "update"):
                told = tab_of_theirs.open(page, pressed, p=OTHER, tab=tab)
                assert not any(told.tells(words) for words in words_of(OTHER).values())
    assert number(app, store) == before


def test_presses_of_administrators_on_people_and_thresholds_change_nothing_for_others(app: Running, store: Filled):
    before = number(app, store)
    for page in ("people", "settings", "links", "scan"):
        with Wire(app.address, store.signed_in("administrator")) as administrator:
            pressed = {widget: kind for kind, widget in administrator.open(page, person=store.people["lead"].id).widgets if "leave" not in widget}
        for cookies in (store.holding("portfolio"), store.signed_in("steering"), {}):
            with Wire(app.address, cookies) as theirs:
                # “Sign out everywhere” is anybody's own button, so it stays unpressed.
                theirs.open(page, {widget: kind for widget, kind in pressed.items() if "everywhere" not in widget})
    assert number(app, store) == before


@pytest.mark.parametrize(("link", "pages"), [("hidden", READ), ("hidden-foundation", FOUNDATION), ("hidden-register", REGISTER)])
def test_hidden_parts_are_nowhere_on_a_page_nor_in_a_download(app: Running, store: Filled, link: str, pages: Any):
    cookies, words, found = store.holding(link), words_of(OWN), []
    with Wire(app.address, cookies) as tab:
        for page, asked in pages:
            told = tab.open(page, **asked)
            assert told.tells(words["name"]), page
            made = [file(app, one, cookies) for one in told.downloads]
            assert all(one.status_code == 200 for one in made)
            found += [(page, asked, part) for part in HIDDEN if told.tells(words[part]) or any(words[part] in one.text for one in made)]
            found += [(page, asked, "confidence") for one in (told.markup, *(each.text for each in made)) if SURE.search(one)]
    assert not found


ODD_IDS = ("", "x" * 5000, "$$ID-" + "0" * 32 + "-None", "$$ID-../people", "$$GENERATED_WIDGET_ID-1", "\u202egpj.exe", "$$STREAMLIT_INTERNAL_KEY")


@pytest.mark.parametrize("who", ["lead", "steering", "owner", "page", "page-portfolio", "pin"])
def test_ids_of_another_page_and_ids_that_no_page_has_press_nothing(app: Running, store: Filled, who: str):
    cookies = store.signed_in(who) if who in store.people else store.holding(who)
    with Wire(app.address, store.signed_in("administrator")) as administrator:
        of_other = {widget: kind for tab in ("plan", "milestone") for kind, widget in administrator.open("update", p=OTHER, tab=tab).widgets}
    before = number(app, store)
    with Wire(app.address, cookies) as tab:
        for page in ("portfolio", "timeline", "register"):
            told = tab.open(page, {**of_other, **dict.fromkeys(ODD_IDS, "button")}, p=OWN)
            assert not told.tells("Traceback") and not any(told.tells(words) for words in words_of(OTHER).values())

    assert of_other and number(app, store) == before


@pytest.mark.parametrize("who", ["lead", "owner", "portfolio", "domain", "page", "page-portfolio", "page-mirror", "page-register", "pin"])
def test_addresses_that_no_page_writes_tell_nothing_of_another(app: Running, store: Filled, who: str):
    cookies, then = store.signed_in(who) if who in store.people else store.holding(who), store.then.isoformat()
    odd = (
        {"p": f"{OWN},{OTHER}"},
        {"p": store.ids[OTHER]},
        {"p": OTHER, "asof": then},
        {"p": OTHER, "since": "2020-01-01"},
        {"p": OTHER, "history": "milestone.H1"},
    )
    with Wire(app.address, cookies) as tab:
        told = {
            (page, str(asked)): tab.open(page, d="hrm", **asked) for page in ("portfolio", "partnership", "domain", "timeline", "register") for asked in odd
        }

    assert not [(where, part) for where, one in told.items() for part, words in words_of(OTHER).items() if one.tells(words)]


@pytest.mark.parametrize("page", ["partnership", "timeline", "register", "foundation", "mirror", "meeting", "update"])
def test_what_is_not_shared_and_what_is_not_there_are_told_alike(app: Running, store: Filled, page: str):
    for cookies in (store.signed_in("lead"), store.holding("portfolio"), store.holding("page-register")):
        with Wire(app.address, cookies) as tab:
            known, unknown = (tab.open(page, p=code).markup.replace(code, "CODE") for code in (OTHER, "OTHEX"))
        assert known == unknown


def test_a_link_that_hides_nothing_shows_what_the_other_hides(app: Running, store: Filled):
    with Wire(app.address, store.holding("hidden", "partnership")) as tab:
        both = tab.open("partnership", p=OWN)
        alone = tab.open("portfolio")
    assert both.tells(words_of(OWN)["owner"])
    assert both.tells(words_of(OWN)["note"])
    assert SURE.search(both.markup)
    assert not alone.tells(words_of(OWN)["owner"])


def test_a_guests_downloads_hold_what_was_shared_and_nothing_else(app: Running, store: Filled):
    cookies = store.holding("portfolio")
    with Wire(app.address, cookies) as tab:
        for page, asked in READ:
            told = tab.open(page, **asked)
            for one in told.downloads:
                text = file(app, one, cookies).text
                assert len(text.splitlines()) > 1
                assert not any(words in text for words in words_of(OTHER).values())


def test_a_file_opens_for_whom_it_was_offered_to_and_for_nobody_else(app: Running, store: Filled):
    everybody = {
        "administrator": store.signed_in("administrator"),
        "lead": store.signed_in("lead"),
        "own link": store.holding("portfolio"),
        "other link": store.holding("partnership"),
        "ended": store.holding("revoked", "expired"),
        "stranger": {},
    }
    for who in ("administrator", "lead", "own link"):
        with Wire(app.address, everybody[who]) as tab:
            offered = tab.open("timeline").downloads
        assert offered
        for url in offered:
            codes = {name: file(app, url, cookies).status_code for name, cookies in everybody.items()}
            assert codes == {name: 200 if name == who else 404 for name in everybody}


def test_a_file_is_kept_by_the_browser_under_its_name_and_never_shown(app: Running, store: Filled):
    cookies = store.holding("portfolio")
    with Wire(app.address, cookies) as tab:
        replies = [file(app, url, cookies) for url in tab.open("portfolio").downloads]

    assert len(replies) == 2
    for one in replies:
        assert one.headers["content-disposition"].startswith('attachment; filename="ineen-portfolio-')
        assert (one.headers["x-content-type-options"], one.headers["cache-control"]) == ("nosniff", "private, no-store")
        assert "default-src 'none'" in one.headers["content-security-policy"]


def test_a_file_outlives_the_connection_of_its_page_and_ends_with_its_grant(app: Running, store: Filled):
    cookies = store.signed_in("lead")
    with Wire(app.address, cookies) as tab:
        url, *_ = tab.open("portfolio").downloads
    assert file(app, url, cookies).status_code == 200
    httpx.post(f"{app.address}/signout", headers=cookie_header(cookies), **PLAIN)

    assert file(app, url, cookies).status_code == 404


@pytest.mark.parametrize("ending", ["csv", "svg", "png", "pdf", "pptx", "xlsx", "json"])
def test_streamlits_own_files_are_closed_whatever_they_are_called(app: Running, store: Filled, ending: str):
    name = "0" * 56
    assert file(app, f"/media/{name}.{ending}", store.signed_in("administrator")).status_code == 404


def test_no_page_hands_a_file_to_streamlit(app: Running, store: Filled):
    with Wire(app.address, store.signed_in("administrator")) as tab:
        told = [tab.open(page, **asked) for page, asked in (*READ, *FOUNDATION, ("people", {"person": store.people["lead"].id}), ("links", {}))]

    assert not any(one.tells("/media/") for one in told)
    assert sum(len(one.downloads) for one in told) > 10


def test_two_links_in_one_browser_show_the_union_and_no_more(app: Running, store: Filled):
    with Wire(app.address, store.holding("domain", "other domain")) as tab:
        own, other, neither = (tab.open("domain", d=domain) for domain in ("hrm", "training", "housing"))
    assert (own.tells(words_of(OWN)["name"]), own.tells(words_of(OTHER)["name"])) == (True, False)
    assert (other.tells(words_of(OWN)["name"]), other.tells(words_of(OTHER)["name"])) == (False, True)
    assert neither.tells("not shared with you")


def test_a_link_to_one_domain_tells_nothing_of_the_others(app: Running, store: Filled):
    cookies, title = store.holding("domain"), words_of(OWN)["title"]
    with Wire(app.address, cookies) as tab:
        told = tab.open("domain", d="hrm")
        text = file(app, told.downloads[0], cookies).text
        assert told.tells(f"{title} hrm")
        assert not any(told.tells(f"{title} {other}") or f"{title} {other}" in text for other in ("training", "backoffice", "housing"))
    feed = httpx.get(f"{app.address}/calendar/{store.links['domain'][1]}.ics", **PLAIN).text
    assert f"{title} hrm" in feed.replace("\r\n ", "")
    assert f"{title} training" not in feed.replace("\r\n ", "")


def test_somebody_elses_session_does_not_open_with_its_name_alone(app: Running, store: Filled):
    with Wire(app.address, store.signed_in("administrator")) as administrator:
        administrator.open("people")
        taken = administrator.session
        with Wire(app.address, {}, session=taken) as thief:
            assert not thief.open("partnership", p=OWN).tells(words_of(OWN)["name"])
    with Wire(app.address, {}, session=taken) as thief:
        told = thief.open("partnership", p=OWN)
        assert told.tells("Sign in")
        assert not any(told.tells(words) for words in words_of(OWN).values())


def test_cookies_that_were_tampered_with_prove_nothing(app: Running, store: Filled):
    session, links = store.signed_in("administrator")[SESSION], store.holding("portfolio")[LINKS]
    forged = urlsafe_b64encode(b'["x","y"]').decode()
    tries = [{SESSION: one} for one in (session[:-1], session[1:], session + "x", f"{forged}.{session.partition('.')[2]}", "", "x" * 7000, links)]
    tries += [{LINKS: one} for one in (links[:-2], f"{forged}{links}", session)]
    for cookies in tries:
        with Wire(app.address, cookies) as tab:
            assert "<h1>Sign in</h1>" in tab.open("portfolio").markup


def test_signing_out_ends_a_tab_that_is_still_open_and_no_other_session(app: Running, store: Filled):
    here, elsewhere = store.signed_in("lead"), store.signed_in("lead")
    with Wire(app.address, here) as tab, Wire(app.address, elsewhere) as other:
        offered, *_ = tab.open("portfolio").downloads
        other.open("portfolio")
        httpx.post(f"{app.address}/signout", headers=cookie_header(here), **PLAIN)
        assert file(app, offered, here).status_code == 404
        assert "<h1>Sign in</h1>" in tab.open("partnership", p=OWN).markup
        assert other.open("partnership", p=OWN).tells(words_of(OWN)["title"])
