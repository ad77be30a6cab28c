"""A described table as markup: everything is escaped, and every value can be told by its column's title."""

from datetime import date, datetime, time

from integration.ui.kit.markup import el
from integration.ui.kit.table import table, titled
from integration.views.kit.table import Cell, Column, Table

COLUMNS = (Column("name", "Name"), Column("code", "Code", "file"), Column("days", "Days", right=True))


def test_a_row_is_told_by_the_titles_of_its_columns():
    words = table("en", Table(COLUMNS, ((Cell("Gate & bridge", code="T1", href="/gate"), "T1", 3),)))

    assert '<td><span class="muted small">T1</span> <a href="/gate">Gate &amp; bridge</a></td><td data-label="Days" class="n">3</td>' in words
    assert '<th scope="col">Name</th><th scope="col" class="n">Days</th>' in words and "Code" not in words


def test_a_tone_and_small_lines_stand_with_the_value():
    row = (Cell("Gate", notes=(("Housing", "muted"), ("late again", "late"))), "T1", Cell(3, "▲ 3", tone="late"))
    words = table("en", Table(COLUMNS, (row,)))

    assert '<td>Gate<div class="small muted">Housing</div><div class="small late-words">late again</div></td>' in words
    assert '<td data-label="Days" class="n late-words">▲ 3</td>' in words


def test_what_is_drawn_stands_in_place_of_the_words_row_by_row():
    words = table("en", Table(COLUMNS, (("a", "A", 1), ("b", "B", 2))), {"days": [el("b", "one"), el("b", "two")]})

    assert '<td>a</td><td data-label="Days" class="n"><b>one</b></td>' in words
    assert '<td>b</td><td data-label="Days" class="n"><b>two</b></td>' in words


def test_a_moment_is_told_even_where_it_comes_first():
    when = datetime.combine(date(2026, 11, 23), time(12))

    assert '<td data-label="When">23 Nov 2026 13:00</td>' in table("en", Table((Column("when", "When"),), ((when,),)))


def test_an_empty_table_says_so_and_a_cut_one_what_is_left_out():
    assert titled("en", Table(COLUMNS, (), "Late", "Nothing is late.")) == '<h2>Late</h2><p class="notice">Nothing is late.</p>'
    assert titled("en", Table(COLUMNS, (("a", "A", 1),), "Late", more="2 more")).endswith('</table><p class="small muted">2 more</p>')
