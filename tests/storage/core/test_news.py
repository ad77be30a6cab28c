"""News: what was told concerns who shows its tables and its partnership, and what is not known any more concerns everybody."""

from integration.storage.core.news import KEPT, News, Told


def told(*changes: Told, before: int = 0) -> News:
    news = News()
    news.begin(before)
    for one in changes:
        news.tell(one)
    return news


def wrote(number: int, tables: set[str], *about: str) -> Told:
    return Told(number, frozenset(tables), frozenset(about))


def test_a_change_concerns_who_shows_its_table_and_its_partnership():
    news = told(wrote(1, {"risk"}, "one"), wrote(2, {"person"}))

    assert [news.concerns(0, {"risk"}, about) for about in (("one",), ("two",), None)] == [True, False, True]
    assert [news.concerns(0, {"person"}, about) for about in (("one",), ("two",), None)] == [True, True, True]
    assert [news.concerns(0, tables, None) for tables in ({"milestone"}, set())] == [False, False]


def test_what_a_page_has_seen_is_no_news():
    news = told(wrote(1, {"risk"}, "one"), wrote(2, {"milestone"}, "one"))

    assert [news.concerns(shown, {"risk"}, None) for shown in (0, 1, 2)] == [True, False, False]


def test_what_was_before_and_what_never_was_concerns_everybody():
    news = told(wrote(8, {"risk"}, "one"), before=7)

    assert [news.concerns(shown, set(), ()) for shown in (6, 7, 8, 9)] == [True, False, False, True]


def test_of_too_many_changes_the_oldest_are_let_go_of():
    news = told(*(wrote(number, {"risk"}, "one") for number in range(1, KEPT + 2)))

    assert [news.concerns(shown, {"milestone"}, None) for shown in (0, 1)] == [True, False]


def test_who_listens_is_called_until_it_leaves(bridge):
    called: list[int] = []
    listener = lambda: called.append(bridge.counter)  # noqa: E731 – it has to be the same one twice
    bridge.news.listen(listener)
    with bridge.writing("test", "first", "") as first:
        first.wrote("risk", ("",))
    with bridge.noting("event"):
        pass
    bridge.news.leave(listener)
    with bridge.writing("test", "second", "") as second:
        second.wrote("risk", ("",))

    assert called == [first.number, first.number]


def test_a_save_that_failed_is_no_news(bridge):
    shown = bridge.counter
    try:
        with bridge.writing("test", "fails", "") as writing:
            writing.wrote("risk", ("",))
            raise RuntimeError
    except RuntimeError:
        pass

    assert not bridge.news.concerns(shown, {"risk"}, None)
