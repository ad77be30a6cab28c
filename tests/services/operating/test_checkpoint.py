"""Checkpoints: made when nobody saved since the last look, made when the log is long, and not while people save a little."""

from integration.services.operating.checkpoint import Checkpoints
from tests.examples import a_milestone, save


def awake(db):
    """The store after its first save, which brings the log into the file by itself."""
    save(db, a_milestone(code="T0"))
    return db


def test_a_log_that_did_not_grow_is_brought_into_the_file(bridge):
    checkpoints = Checkpoints(awake(bridge))
    save(bridge, a_milestone())
    checkpoints.look()
    grown = checkpoints.size
    checkpoints.look()

    assert grown > 0 == checkpoints.size


def test_while_people_save_the_log_is_left_alone_until_it_is_long(bridge):
    checkpoints, soon = Checkpoints(awake(bridge)), Checkpoints(bridge, longest=1)
    for code in ("T1", "T2"):
        save(bridge, a_milestone(code=code))
        checkpoints.look()
    assert checkpoints.size > 0
    soon.look()

    assert checkpoints.size == 0


def test_without_a_log_there_is_nothing_to_do(bridge):
    bridge.checkpoint()
    checkpoints = Checkpoints(bridge)
    for _ in range(2):
        checkpoints.look()

    assert (checkpoints.size, bridge.counter) == (0, bridge.state.number)
