"""The look of a pack's files: a school's own template and logo, where an administrator set them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A template (.pptx) and a logo (PNG or JPEG) as they were brought, and the first colour of the template; without one, our own look."""

    template: bytes = b""
    logo: bytes = b""
    accent: str = ""


OWN = Look()
