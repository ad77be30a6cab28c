"""Beginning a plan on its page: always offered, ticked and dated, said once, and kept for others."""

from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.plan import beginning
from integration.services.portfolio import partnership
from integration.storage.plan.milestone import plan_of
from tests.pages.session import Session
from tests.pages.test_pages import check


def opened(demo, language="en", **state):
    session = Session("update", language, p="HORECA", tab="milestone")
    for key in ("beginning", "keeping"):
        session.app.session_state[key] = True
    return session.run()


def plan_now(demo):
    someone = visit(demo, Cache(), "en")
    own = partnership.find(someone, "HORECA")
    with demo.reading() as cursor:
        return own, {one.code: one for one in plan_of(cursor, own.id)}


def test_what_the_plan_has_not_is_offered_and_what_it_has_says_how_far_it_is(demo):
    _, before = plan_now(demo)
    session = opened(demo)
    assert any("in this plan" in line for line in session.lines)
    session.field("Begin from").set_value("HAVEN")
    session.run()
    pressed = next(one for one in session.app.button if one.label.startswith("Plan "))
    pressed.click()
    session.run()
    _, after = plan_now(demo)

    assert len(after) > len(before) and {*before} <= {*after} and f"{len(after) - len(before)} milestone" in session.words
    assert not session.app.exception


def test_a_plan_is_kept_as_a_template_and_offered_to_the_next(demo):
    session = opened(demo)
    session.fill({"Name of the template": "Ours"}).press("Keep as a template")

    assert [one.name for one in beginning.templates(visit(demo, Cache(), "en"))] == ["Ours"]
    assert "Template: Ours" in opened(demo).field("Begin from").options


def test_the_page_is_dutch_in_dutch(demo):
    page = opened(demo, "nl")

    check(page, "nl")
    assert "Begin met" in page.words and page.shows("Bewaar als sjabloon")


def test_what_comes_again_shows_its_days_and_is_planned_at_once(demo):
    _, before = plan_now(demo)
    code = next(one.code for one in before.values() if one.due_on and not one.cancelled)
    session = Session("update", "en", p="HORECA", tab="milestone", m=code)
    session.app.session_state[f"again-{code}"] = True
    session.run()
    next(one for one in session.app.button if one.label.startswith("Plan it")).click()
    session.run()

    assert {one for one in plan_now(demo)[1] if one.startswith(f"{code}-20")} and not session.app.exception
