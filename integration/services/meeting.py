"""Meetings: prepare one from the data, hold it, and close it with minutes and the next date."""

from integration.model.meeting import Meeting
from integration.model.partnership import Partnership
from integration.services.visit import Visit
from integration.storage.meeting import meetings_of


def of(visit: Visit, partnership: Partnership) -> list[Meeting]:
    """The meetings of one partnership, newest last."""
    visit.require("read register", partnership.id)

    def stored() -> list[Meeting]:
        with visit.reading() as cursor:
            return meetings_of(cursor, partnership.id, visit.as_of)

    return visit.remember_read("meetings of one", ["meeting"], stored, partnership.id)
