"""A lead's service calls with things of another partnership: nothing of it changes, whatever the call."""

from dataclasses import replace

import pytest

from integration.errors import IneenError
from integration.model.kinds import RECORD_KINDS
from integration.services.core.identity import Credentials
from integration.services.portfolio import partnership
from tests.conftest import fill_with_bridge
from tests.examples import BRIDGE, NOON, VERA, a_partnership, a_visit, save
from tests.services.pressing import Pressing
from tests.services.writes import WRITES, things_of

pytestmark = pytest.mark.slow
OTHER = "00000000-0000-7000-8000-000000000021"


def fill(database):
    fill_with_bridge(database)
    save(database, a_partnership(id=OTHER, code="TUNNEL", lead_id=""))
    stored = things_of(database, OTHER)
    # One of each made her a steering member there.
    save(database, replace(stored["Membership"], removed=True))
    return stored


@pytest.fixture
def others(filled, opened_copy):
    """The store, and what the Tunnel holds; Vera leads the Bridge."""
    file, stored = filled(fill)
    return opened_copy(file), stored


def held(database):
    """Every version of the Tunnel, of what hangs on its rounds, and the codes and counts of those."""
    rounds = f"round_id IN (SELECT id FROM mirror_round WHERE partnership_id = '{OTHER}')"
    own = {kind.table: f"CAST({kind.about} AS VARCHAR) = '{OTHER}'" for kind in RECORD_KINDS if kind.about}
    hanging = dict.fromkeys(("mirror_statement", "answer_link", "mirror_code", "mirror_count"), rounds)
    with database.reading() as cursor:
        return {table: cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchall() for table, where in {**own, **hanging}.items()}


@pytest.mark.parametrize("name", WRITES)
def test_nothing_of_another_partnership_changes(others, name):
    database, stored = others
    vera = replace(a_visit(database), credentials=Credentials(VERA, NOON, session="one"))
    own, before = partnership.find(vera, "BRUG"), held(database)
    told = None
    try:
        told = WRITES[name].call(Pressing(vera, own, stored))
    except IneenError as error:
        told = str(error)

    assert own.id == BRIDGE
    assert held(database) == before, told
