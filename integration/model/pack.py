"""The steering pack: what was published, as it was, for good; a correction is another pack that names the one it corrects."""

from dataclasses import dataclass, field

from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TEXT_LIMIT, Text

THE_STYLE = "00000000-0000-7000-8000-000000000003"
LINES = ("done", "stuck", "need")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Record):
    """One published pack; `partnership_id` is empty where it is about a selection, `members` are the partnerships in it."""

    partnership_id: str = ""
    members: tuple[str, ...] = ()
    name: Text
    content_hash: str
    corrects: str = ""
    reason: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContent(Record):
    """The snapshot of the pack with the same id, as JSON in both languages."""

    content: str = field(metadata={"endless": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle(Record):
    """The look of packs: a school's own template (.pptx), the first colour of it, and a logo; files as text of base 64, empty where there is none."""

    id: str = THE_STYLE
    template: str = field(default="", metadata={"endless": True})
    template_name: str = ""
    accent: str = ""
    logo: str = field(default="", metadata={"endless": True})
    logo_name: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lead's three lines about one domain."""

    done: Text = Text()
    stuck: Text = Text()
    need: Text = Text()


def lines_problems(domain: str, lines: Lines) -> list[Problem]:
    """Every rule that three lines about a domain break."""
    texts: dict[str, Text] = {name: getattr(lines, name) for name in LINES}
    long = [name for name, text in texts.items() if max(len(text.nl), len(text.en)) > TEXT_LIMIT]
    return [Problem(f"{domain}.{name}", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT) for name in long]
