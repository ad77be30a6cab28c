"""People: project leads and owners of milestones; records refer to them by id only."""

from dataclasses import dataclass

from integration.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who leads, owns or records; everybody is the local administrator until sign-in exists."""

    name: str
    organisation_id: str = ""


LOCAL_ADMINISTRATOR = Person(id="00000000-0000-7000-8000-000000000001", name="")
