"""The register: reading a partnership's risks, issues, actions and decisions, and changing them."""

from integration.model.partnership import Partnership
from integration.model.register import Register
from integration.services.visit import Visit
from integration.storage.register import REGISTER_TABLES, register_of


def of(visit: Visit, partnership: Partnership) -> Register:
    """Everything in the register of one partnership, oldest first."""
    visit.require("read register", partnership.id)

    def stored() -> Register:
        with visit.reading() as cursor:
            return register_of(cursor, partnership.id, visit.as_of)

    return visit.remember_read("register", REGISTER_TABLES, stored, partnership.id)
