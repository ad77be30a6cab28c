"""A plan as Microsoft Project XML (MSPDI): domains as summary tasks, milestones with their days, links, owners and what was promised.

The elements stand in the order of Microsoft's schema (mspdi_pjXX.xsd), which MS Project asks for.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

from integration.model.domain import GROUPS, Group
from integration.model.plan.milestone import Milestone
from integration.model.text import Language, visible

SPACE = "http://schemas.microsoft.com/project"
# Eight hours a day, as MS Project reckons when nothing else is said.
BEGINS, ENDS, HOURS = "T08:00:00", "T17:00:00", 8
FINISH_TO_START, NO_EARLIER_THAN, IN_DAYS = "1", "4", "7"


def plan_mspdi(title: str, milestones: Sequence[Milestone], groups: Mapping[Group, str], names: Mapping[str, str], language: Language) -> bytes:
    """The plan as XML; `groups` are the names of domains, `names` those of people. What was cancelled is left out, and so is what has no day."""
    shown = sorted(
        (one for one in milestones if one.due_on and not one.cancelled), key=lambda one: (GROUPS.index(one.domain), one.due_on or date.min, one.code)
    )
    numbers = _numbers(shown)
    project = Element("Project", xmlns=SPACE)
    _add(project, Name=f"{title}.xml", Title=title, ScheduleFromStart="1", MinutesPerDay="480", CalendarUID="1")
    _calendar(project)
    tasks = SubElement(project, "Tasks")
    for group in GROUPS:
        own = [one for one in shown if one.domain == group]
        if own:
            _summary(tasks, numbers[group], groups[group], own)
        for one in own:
            _task(tasks, one, numbers, language)
    _people(project, shown, numbers, names)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tostring(project, encoding="utf-8")


def _numbers(milestones: Sequence[Milestone]) -> dict[str, int]:
    keys: list[str] = []
    for group in GROUPS:
        own = [one.code for one in milestones if one.domain == group]
        keys += [group, *own] if own else []
    return {key: at for at, key in enumerate(keys, start=1)}


def _add(parent: Element, **values: str) -> None:
    for name, value in values.items():
        if value:
            SubElement(parent, name).text = visible(value)


def _calendar(project: Element) -> None:
    calendar = SubElement(SubElement(project, "Calendars"), "Calendar")
    _add(calendar, UID="1", Name="Standard", IsBaseCalendar="1")
    week = SubElement(calendar, "WeekDays")
    for at in range(1, 8):
        works = 2 <= at <= 6
        day = SubElement(week, "WeekDay")
        _add(day, DayType=str(at), DayWorking="1" if works else "0")
        if works:
            times = SubElement(day, "WorkingTimes")
            for first, last in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                _add(SubElement(times, "WorkingTime"), FromTime=first, ToTime=last)


def _summary(tasks: Element, number: int, name: str, own: Sequence[Milestone]) -> None:
    first, last = min(_first(one) for one in own), max(_last(one) for one in own)
    summary = SubElement(tasks, "Task")
    _add(summary, UID=str(number), ID=str(number), Name=name, OutlineLevel="1", Start=f"{first}{BEGINS}", Finish=f"{last}{ENDS}")
    _add(summary, Duration=_duration(first, last), DurationFormat=IN_DAYS, Milestone="0", Summary="1")


def _task(tasks: Element, one: Milestone, numbers: Mapping[str, int], language: Language) -> None:
    number, first, last = str(numbers[one.code]), _first(one), _last(one)
    task = SubElement(tasks, "Task")
    begins = f"{first}{BEGINS if one.starts_on else ENDS}"
    _add(task, UID=number, ID=number, Name=str(one.title.reading(language).words), WBS=one.code, OutlineLevel="2", Priority="700" if one.critical else "500")
    _add(task, Start=begins, Finish=f"{last}{ENDS}", Duration=_duration(first, last) if one.starts_on else "PT0H0M0S", DurationFormat=IN_DAYS)
    _add(task, Milestone="0" if one.starts_on else "1", Summary="0", PercentComplete=f"{one.credit:.0f}")
    if one.done and one.done_on:
        _add(task, ActualStart=begins, ActualFinish=f"{one.done_on}{ENDS}")
    _add(task, ConstraintType=NO_EARLIER_THAN, ConstraintDate=begins, Deadline=f"{one.promise}{ENDS}", Notes=str(one.note.reading(language).words))
    for code in one.waits_for:
        if code in numbers:
            _add(SubElement(task, "PredecessorLink"), PredecessorUID=str(numbers[code]), Type=FINISH_TO_START, LinkLag="0", LagFormat=IN_DAYS)
    if one.promised_on:
        start = min(first, one.promised_on)
        _add(SubElement(task, "Baseline"), Number="0", Start=f"{start}{BEGINS}", Finish=f"{one.promised_on}{ENDS}", Duration=_duration(start, one.promised_on))


def _people(project: Element, milestones: Sequence[Milestone], numbers: Mapping[str, int], names: Mapping[str, str]) -> None:
    owners = [key for key in dict.fromkeys(one.owner_id for one in milestones) if names.get(key)]
    people = {key: str(at) for at, key in enumerate(owners, start=1)}
    resources = SubElement(project, "Resources")
    for key, number in people.items():
        _add(SubElement(resources, "Resource"), UID=number, ID=number, Name=names[key], Type="1")
    given = SubElement(project, "Assignments")
    owned = [one for one in milestones if one.owner_id in people]
    for at, one in enumerate(owned, start=1):
        _add(SubElement(given, "Assignment"), UID=str(at), TaskUID=str(numbers[one.code]), ResourceUID=people[one.owner_id], Units="1")


def _first(one: Milestone) -> date:
    return min(one.starts_on or _last(one), _last(one))


def _last(one: Milestone) -> date:
    if one.due_on is None:
        raise ValueError(one.code)
    return one.due_on


def _duration(first: date, last: date) -> str:
    days = sum((first + timedelta(days=at)).weekday() < 5 for at in range((last - first).days + 1))
    return f"PT{max(days, 1) * HOURS}H0M0S"
