"""The crowd: who finds no place reads so, and has the page once there is one."""

from streamlit.testing.v1 import AppTest


def with_places(turns: list[bool | None]) -> AppTest:
    """A page that finds these when it asks for a place; None is somebody who went on to another page."""

    def page(turns):
        import streamlit as st

        from integration.services.core.load import Load
        from integration.ui.frame.crowd import place_in

        class Crowded(Load):
            def take(self, _patience):
                found = turns.pop(0)
                return st.stop() if found is None else found

        with place_in(Crowded()):
            st.title("The page")

    return AppTest.from_function(page, kwargs={"turns": turns}).run()


def test_who_finds_a_place_is_told_nothing():
    app = with_places([True])

    assert ([one.value for one in app.title], [*app.info]) == (["The page"], [])


def test_who_waits_is_told_so():
    app = with_places([False, None])

    assert [one.value for one in app.info] == ["Many people are reading just now. Your page comes by itself as soon as there is room."]
    assert not app.title


def test_the_page_comes_once_there_is_a_place_and_takes_the_notice_away():
    app = with_places([False, False, True])

    assert ([one.value for one in app.title], [*app.info]) == (["The page"], [])
