"""How a record stands in its table: its columns, its values, and back again."""

from dataclasses import fields, replace

import pytest

from integration.storage.core.rows import PLANS, TABLES, column_names, newest, record_of, row_of, selected
from tests.every_kind import NAMES, one_of_each
from tests.examples import NOON, a_milestone


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_every_type_is_the_same_after_its_row(name):
    record = replace(one_of_each()[name], version=3, recorded_at=NOON, recorded_by="somebody")
    row = row_of(record)

    assert len(row) == len(column_names(type(record))) and record_of(type(record), row) == record


def test_a_text_has_a_column_per_language_and_a_list_stands_in_one():
    milestone = a_milestone(waits_for=("T1", "T2"))
    row = dict(zip(column_names(type(milestone)), row_of(milestone), strict=True))

    assert (row["title_nl"], row["title_en"], row["waits_for"], row["serves"]) == ("Leerplan", "Curriculum", "T1,T2", "")
    assert {"title", "promised_on"}.isdisjoint(row)


def test_what_travels_along_is_not_stored_and_everything_else_is():
    for kind, plan in PLANS.items():
        assert [name for name, _ in plan] == [one.name for one in fields(kind) if not one.metadata.get("derived")]


def test_columns_are_asked_for_in_their_order_and_quoted():
    asked = selected(type(a_milestone())).split(", ")

    assert asked == [f'r."{name}"' for name in column_names(type(a_milestone()))]
    assert len({*TABLES.values()}) == len(TABLES)


def test_the_newest_is_asked_for_with_its_moment_before_the_rest():
    assert "WHERE" not in newest("depth")
    assert "WHERE recorded_at <= ? AND partnership_id = ? GROUP BY id" in newest("depth", NOON, "partnership_id = ?")
    assert "WHERE partnership_id = ? GROUP BY id" in newest("depth", None, "partnership_id = ?")
