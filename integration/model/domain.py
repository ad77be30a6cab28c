"""The four domains that partners merge, and the foundation under them."""

from typing import Literal

Domain = Literal["training", "backoffice", "hrm", "housing"]
Group = Literal["training", "backoffice", "hrm", "housing", "foundation"]

DOMAINS: tuple[Domain, ...] = ("training", "backoffice", "hrm", "housing")
FOUNDATION: Group = "foundation"
GROUPS: tuple[Group, ...] = ("foundation", *DOMAINS)
