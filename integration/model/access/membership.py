"""Memberships: who leads or steers which partnership."""

from dataclasses import dataclass

from integration.model.access.ability import Role
from integration.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """One person's role in one partnership."""

    person_id: str
    partnership_id: str
    role: Role = "steering"
