"""Three people of the demo who can sign in at once: an administrator, a project lead and a steering member; plainly invented."""

from integration.services.access.sign_in import link_for
from integration.services.core.host import Host
from integration.services.core.visit import moment_now
from integration.storage.access import person_by_email

DEMO_PEOPLE = (
    ("administrator", "beheer@demo.example"),
    ("project lead", "projectleider@demo.example"),
    ("steering member", "stuurgroep@demo.example"),
)


def sign_in_links(opened: Host) -> list[tuple[str, str]]:
    """A role and the path of a new one-time link for each of the three; nothing where the store holds no demo."""
    with opened.database.reading() as cursor:
        found = [(role, person_by_email(cursor, email)) for role, email in DEMO_PEOPLE]
    return [(role, link_for(opened.seal, person, moment_now(), _first_page(role))) for role, person in found if person is not None]


def _first_page(role: str) -> str:
    return "/update" if role == "project lead" else "/"
