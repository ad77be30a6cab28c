"""The first day as a list: every step with its words and where it is done."""

from dataclasses import dataclass

from integration.i18n.words import Words
from integration.views.kit.address import address
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: what it is called, why it is done, where, and whether it was."""

    name: str
    words: str
    href: str
    done: bool
    next: bool


def step_rows(reader: Reader, steps: tuple[str, ...], done: frozenset[str], code: str) -> tuple[StepRow, ...]:
    """The steps in their order; those about a partnership lead to where one is begun while there is none."""
    first = next((one for one in steps if one not in done), "")
    words, places = _words(reader.say), _places(code)

    def row(step: str) -> StepRow:
        page, asked = places[step]
        return StepRow(*words[step], address(reader, page, **asked), step in done, step == first)

    return tuple(map(row, steps))


def _places(code: str) -> dict[str, tuple[str, dict[str, str]]]:
    about = {"p": code} if code else {}
    return {
        "organisations": ("people", {"at": "organisations"}),
        "people": ("people", {}),
        "partnership": ("update", {}),
        "plan": ("update", {**about, "tab": "milestone"} if code else {}),
        "baseline": ("update", {**about, "tab": "baseline"} if code else {}),
        "check-in": ("update", about),
        "share": ("partnership" if code else "update", about),
    }


def _words(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "organisations": (say("Organisations"), say("the school and its partners; they can be typed in the form of the partnership too")),
        "people": (say("People"), say("invite who leads and who steers, by mail or with a link, with their role")),
        "partnership": (say("Partnership"), say("a name, at least two partners, and the day on which the programme starts")),
        "plan": (say("Plan"), say("milestones from the template, from a file, or one by one")),
        "baseline": (say("Baseline"), say("promise the plan as it stands, so that slipping is seen")),
        "check-in": (say("First check-in"), say("how the four domains stand, in the lead’s words")),
        "share": (say("Share"), say("a link for the committee, made with “Share this view” on the partnership’s page")),
    }
