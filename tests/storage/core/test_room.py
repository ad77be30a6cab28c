"""Room: more milestones or partnerships than there may be are refused whole, and what is there can still be changed and removed."""

from dataclasses import replace

import pytest

from integration.errors import Invalid
from integration.storage.core import room
from tests.examples import BRIDGE, a_milestone, a_partnership, save

OTHER = "00000000-0000-7000-8000-000000000021"


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(room, "MOST_MILESTONES", 3)
    monkeypatch.setattr(room, "MOST_PARTNERSHIPS", 2)


def test_a_partnership_holds_so_many_milestones_and_what_was_removed_makes_room(db):
    kept = save(db, *(a_milestone(code=f"T{at}") for at in range(2)))
    with pytest.raises(Invalid) as refused:
        save(db, a_milestone(code="T3"), a_milestone(code="T4"))
    with db.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM milestone").fetchone() == (2,)
    save(db, replace(kept[0], removed=True), replace(kept[1], credit=50.0))
    save(db, a_milestone(code="T3"), a_milestone(code="T4"), *(a_milestone(code=f"O{at}", partnership_id=OTHER) for at in range(3)))

    assert refused.value.problems[0].details == {"most": 3, "count": 4}


def test_what_is_put_back_takes_room_again(db):
    gone = save(db, a_milestone(code="T0"))[0]
    [removed] = save(db, replace(gone, removed=True))
    save(db, *(a_milestone(code=f"T{at}") for at in range(1, 4)))
    with pytest.raises(Invalid):
        save(db, replace(removed, removed=False))

    with db.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM milestone WHERE id = CAST(? AS UUID)", [gone.id]).fetchone() == (2,)


def test_an_installation_holds_so_many_partnerships(db):
    save(db, a_partnership(id=BRIDGE), a_partnership(id=OTHER, code="OTHER"))

    with pytest.raises(Invalid):
        save(db, a_partnership(id=OTHER.replace("21", "22"), code="THIRD"))
