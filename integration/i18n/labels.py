"""The names of things that have a fixed set of values: domains, phases, colours, credits, ladder steps."""

from integration.i18n.formats import number
from integration.i18n.words import Words
from integration.model.plan.check_in import Colour
from integration.model.text import Language

LANGUAGE_NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}


def group_name(say: Words, group: str) -> str:
    """A domain, or the foundation."""
    names = {
        "training": say("Training"),
        "backoffice": say("Back office"),
        "hrm": say("HRM"),
        "housing": say("Housing"),
        "foundation": say("Foundation"),
    }
    return names.get(group, group)


def phase_name(say: Words, phase: str) -> str:
    """A partnership's phase."""
    names = {
        "exploring": say("Exploring"),
        "founding": say("Founding"),
        "integrating": say("Integrating"),
        "integrated": say("Integrated"),
        "ended": say("Ended"),
    }
    return names.get(phase, phase)


def kind_name(say: Words, kind: str) -> str:
    """An organisation's kind, or a risk's."""
    kinds = {"school": say("School"), "company": say("Company"), "other": say("Other organisation")}
    return {**kinds, "risk": say("Risk"), "opportunity": say("Opportunity")}.get(kind, kind)


def colour_name(say: Words, colour: Colour | None) -> str:
    """A reported colour."""
    return {"green": say("Green"), "amber": say("Amber"), "red": say("Red"), None: say("Not reported")}[colour]


def colour_letter(say: Words, colour: Colour | None) -> str:
    """The letter that goes with a colour, so that colour never stands alone."""
    return colour_name(say, colour)[0] if colour else "–"


def computed_name(say: Words, colour: str) -> str:
    """A computed colour, which knows three more than a lead can report."""
    names = {
        "green": say("Green"),
        "amber": say("Amber"),
        "red": say("Red"),
        "blue": say("Finished"),
        "white": say("Not begun"),
        "grey": say("Unknown"),
    }
    return names[colour]


def computed_sign(say: Words, colour: str) -> str:
    """The letter or sign that goes with a computed colour, so that colour never stands alone."""
    return {"blue": "✓", "white": "○", "grey": "?"}.get(colour) or computed_name(say, colour)[0]


def state_word(say: Words, state: str) -> str:
    """How a scenario, an entry of the register or a meeting stands, or what was made of a gap."""
    meetings = {"planned": say("Planned"), "running": say("Running"), "closed": say("Closed")}
    scenarios = {"open": say("Open"), "applied": say("Applied"), "dropped": say("Dropped")}
    gaps = {"agenda": say("on the agenda"), "declined": say("looked at, not followed up"), "milestone": say("became a milestone"), "action": say("Action")}
    return {**scenarios, **gaps, **meetings}[state]


def risk_kind_name(say: Words, kind: str) -> str:
    """A risk or an opportunity."""
    return say("Opportunity") if kind == "opportunity" else say("Risk")


def origin_name(say: Words, origin: str) -> str:
    """Where an item of the agenda comes from."""
    names = {
        "decision": say("To decide"),
        "colour": say("Red or amber"),
        "watermelon": say("Watermelon"),
        "need": say("Need of the lead"),
        "cliff": say("Decide before"),
        "mirror": say("Gap in the Mirror"),
        "action": say("Overdue action"),
        "since": say("What changed"),
        "own": say("Put on the agenda"),
    }
    return names[origin]


def answering_name(say: Words, answering: str) -> str:
    """How people answer a round of the Mirror."""
    names = {"address": say("By one address for everybody of an organisation"), "codes": say("By one-time codes on paper, so that nobody answers twice")}
    return names.get(answering, answering)


def response_name(say: Words, response: str) -> str:
    """What is done about a risk or an opportunity."""
    names = {
        "reduce": say("Reduce it"),
        "avoid": say("Avoid it"),
        "transfer": say("Hand it over"),
        "accept": say("Accept it"),
        "enhance": say("Make it likelier"),
        "exploit": say("Make sure of it"),
        "share": say("Share it"),
    }
    return names.get(response, response)


def theme_name(say: Words, theme: str) -> str:
    """A theme of the shared vision, a question of the shared ambition, or a trait."""
    names = {
        "vision.people": say("On people"),
        "vision.governance": say("On governance and management"),
        "vision.learning": say("On learning and working"),
        "ambition.organisation": say("What organisation do we want to be?"),
        "ambition.relation": say("How do we see the relation between us?"),
        "ambition.environment": say("How do we see the relation with our surroundings?"),
        "ambition.meaning": say("What do we want to mean, and for whom?"),
        "trait.flexible": say("Flexible"),
        "trait.innovative": say("Innovative"),
        "trait.engaged": say("Engaged"),
        "process": say("Process: how we work together"),
        "own": say("Own ambition"),
    }
    return names.get(theme, theme)


def field_name(say: Words, field: str) -> str:
    """Where a statement of the Mirror lies."""
    names = {"strength": say("Strength"), "shared gap": say("Shared gap"), "blind spot": say("Blind spot"), "talk first": say("Talk first")}
    return names.get(field, "–")


def gate_item_name(say: Words, item: str) -> str:
    """A point of a phase's checklist."""
    names = {
        "start_note": say("Start note written"),
        "intention": say("Letter of intent signed"),
        "mirror": say("A first Mirror was held"),
        "vision": say("Shared vision agreed by all partners"),
        "ambition": say("Shared ambition agreed by all partners"),
        "agreement": say("Co-operation agreement signed"),
        "council": say("Advice of the works councils received"),
        "baseline": say("The plan is promised (baseline)"),
        "depth": say("Every domain is at its target depth"),
        "proofs": say("Every gate was passed with proof"),
        "fresh": say("The last Mirror is less than a year old, and nothing lies at “talk first”"),
        "evaluation": say("The co-operation was evaluated"),
    }
    # A point of an older checklist stays in the history.
    return names.get(item, item)


def region_name(say: Words, region: str) -> str:
    """A region of the Dutch school holidays."""
    return {"north": say("North"), "middle": say("Middle"), "south": say("South")}[region]


def gate_name(say: Words, gate: str) -> str:
    """What a milestone must satisfy besides being done."""
    return {"": "", "gate": say("Needs proof"), "day1": say("Before the school year starts")}.get(gate, gate)


def partners_together(say: Words, partners: int) -> str:
    """All partners of a partnership at once."""
    return say("both partners") if partners < 3 else say("all partners")


def credit_name(say: Words, credit: float) -> str:
    """A credit as the ladder's words; a value between two steps (from an import) shows its number too."""
    steps = {0: say("Not started"), 25: say("Prepared"), 50: say("Running at one partner"), 75: say("Running at both"), 100: say("Embedded")}
    if credit in steps:
        return steps[int(credit)]
    below = max(step for step in steps if step < credit)
    return f"{steps[below]} ({number(credit, say.language, 0 if credit == int(credit) else 1)} %)"


def level_name(say: Words, level: int) -> str:
    """A step of the depth ladder."""
    return (say("Separate"), say("Aligned"), say("Embedded"), say("Shared"), say("Merged"))[level]


def level_meaning(say: Words, domain: str, level: int) -> str:
    """What a step of the depth ladder means in one domain, or in general."""
    meanings = {
        "training": (
            say("placements only"),
            say("curricula compared"),
            say("company lessons in the programme"),
            say("one learning environment, mixed teams"),
            say("one programme, initial and continuing"),
        ),
        "backoffice": (
            say("own services"),
            say("calendars and data definitions shared"),
            say("a service delivered by one partner"),
            say("joint service team, one planning"),
            say("one service unit"),
        ),
        "hrm": (
            say("own staff"),
            say("vacancies and training shared"),
            say("secondment in both directions"),
            say("pool, joint job matrix"),
            say("one employer or one policy"),
        ),
        "housing": (
            say("own buildings"),
            say("rooms lent on request"),
            say("fixed rooms in each other’s building"),
            say("shared labs, one manager"),
            say("one building, one contract"),
        ),
        "general": (
            say("each for itself"),
            say("we tell each other"),
            say("one does it for both"),
            say("we do it together"),
            say("one organisation does it"),
        ),
    }
    return meanings[domain][level]


def part_name(say: Words, part: str) -> str:
    """A part of a view that a link can leave out."""
    names = {
        "owners": say("names of people"),
        "notes": say("notes with milestones, the lead’s three lines, and the longer texts of the register"),
        "confidence": say("confidence"),
        "remarks": say("remarks of the Mirror"),
    }
    return names[part]


def role_name(say: Words, role: str) -> str:
    """A role."""
    return {"administrator": say("administrator"), "lead": say("project lead"), "steering": say("steering member"), "guest": say("guest")}[role]
