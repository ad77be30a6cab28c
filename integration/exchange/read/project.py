"""Plans as XML: Microsoft Project's and GanttProject's, without entities and without anything fetched."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from integration.errors import Problem
from integration.exchange.read.sheet import Book, table
from integration.i18n.typed.cell import Cell

LINKS = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
OF_GANTT = {"1": "SS", "2": "FS", "3": "FF", "4": "SF"}
COLUMNS = ("id", "title", "level", "summary", "milestone", "starts_on", "due_on", "done_on", "credit", "owner", "waits_for", "note", "promised_on", "archived")
# Ten-thousandths of a minute in a working day: what a lag counts in is days of eight hours.
A_DAY = 4800
Holiday = tuple[int, int, int]


def read_mspdi(root: Any) -> Book:
    """Microsoft Project XML: tasks by their UID, summaries by level, milestones, links of four kinds, and baseline 0."""
    space = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
    named = {_said(one, space, "UID"): _said(one, space, "Name") for one in root.iter(f"{space}Resource")}
    given: dict[str, list[str]] = {}
    for one in root.iter(f"{space}Assignment"):
        if person := named.get(_said(one, space, "ResourceUID")):
            given.setdefault(_said(one, space, "TaskUID"), []).append(person)
    tasks = [one for one in root.iter(f"{space}Task") if _said(one, space, "IsNull") != "1" and _said(one, space, "UID") != "0" and _said(one, space, "Name")]
    rows = [_mspdi_row(one, space, given) for one in tasks]
    numbers = [int(_said(one, space, "ID") or at) for at, one in enumerate(tasks, start=1)]
    return Book("mspdi", (table(_said(root, space, "Title") or _said(root, space, "Name"), COLUMNS, rows, numbers),))


def _mspdi_row(task: Any, space: str, given: dict[str, list[str]]) -> list[Cell]:
    def said(name: str) -> str:
        return _said(task, space, name)

    links = [
        (_said(one, space, "PredecessorUID"), LINKS.get(_said(one, space, "Type"), "FS"), int(_said(one, space, "LinkLag") or 0) / A_DAY)
        for one in task.findall(f"{space}PredecessorLink")
    ]
    baseline = next((one for one in task.findall(f"{space}Baseline") if _said(one, space, "Number") in ("", "0")), None)
    return [
        said("UID"),
        said("Name"),
        int(said("OutlineLevel") or 1),
        said("Summary") == "1",
        said("Milestone") == "1",
        # What takes no time has a day and no beginning.
        None if said("Milestone") == "1" and said("Start") == said("Finish") else _day(said("Start")),
        _day(said("Finish")),
        _day(said("ActualFinish")),
        float(said("PercentComplete") or 0),
        "; ".join(given.get(said("UID"), ())),
        _written(links),
        said("Notes"),
        _day(_said(baseline, space, "Finish")) if baseline is not None else None,
        said("Active") == "0",
    ]


def read_gan(root: Any) -> Book:
    """GanttProject: the end of a task is its start and so many working days, and its baselines are plans of before."""
    calendar = root.find("calendars")
    week = calendar.find(".//default-week") if calendar is not None else None
    idle = {at for at, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun")) if week is not None and week.get(name) == "1"}
    off = {_holiday(one) for one in root.iterfind("calendars/date") if one.get("type") == "HOLIDAY"}
    named = {one.get("id"): one.get("name") for one in root.iterfind("resources/resource")}
    given: dict[str, list[str]] = {}
    for one in root.iterfind("allocations/allocation"):
        if person := named.get(one.get("resource-id")):
            given.setdefault(one.get("task-id"), []).append(person)
    earlier = root.findall("previous/previous-tasks")
    kept = {one.get("id"): _ended(one, idle, off) for one in (earlier[-1].iter("previous-task") if earlier else ())}
    waits: dict[str, list[tuple[str, str, float]]] = {}
    for one in root.iterfind("tasks//task/depend"):
        waits.setdefault(one.get("id"), []).append((_parent(root, one), OF_GANTT.get(one.get("type"), "FS"), float(one.get("difference") or 0)))
    rows = [_gan_row(one, level, idle, off, given, waits, kept) for one, level in _tasks(root.find("tasks"), 1)]
    unread = [Problem("", "Baseline {name} was not read: only the newest is.", name=one.get("name")) for one in earlier[:-1]]
    return Book("gan", (table(root.get("name", ""), COLUMNS, rows),), tuple(unread))


def _gan_row(task: Any, level: int, idle: set[int], off: set[Holiday], given: Any, waits: Any, kept: Any) -> list[Cell]:
    key, start = task.get("id"), _day(task.get("start", ""))
    note = task.find("notes")
    credit = float(task.get("complete") or 0)
    return [
        key,
        task.get("name"),
        level,
        task.find("task") is not None,
        task.get("meeting") == "true",
        start,
        _ended(task, idle, off),
        None,
        credit,
        "; ".join(given.get(key, ())),
        _written(waits.get(key, ())),
        (note.text or "").strip() if note is not None else "",
        kept.get(key),
        False,
    ]


def _tasks(parent: Any, level: int) -> Iterator[tuple[Any, int]]:
    for one in parent.findall("task") if parent is not None else ():
        yield one, level
        yield from _tasks(one, level + 1)


def _parent(root: Any, wanted: Any) -> str:
    return next(one.get("id") for one in root.iter("task") if any(child is wanted for child in one))


def _ended(task: Any, idle: set[int], off: set[Holiday]) -> date | None:
    day = _day(task.get("start", ""))
    if day is None or task.get("meeting") == "true" or len(idle) == 7:
        return day
    left = min(int(float(task.get("duration") or 0)), 40_000)
    while True:
        works = day.weekday() not in idle and not {(day.year, day.month, day.day), (0, day.month, day.day)} & off
        left -= works
        if left <= 0 and works:
            return day
        day += timedelta(days=1)


def _holiday(one: Any) -> Holiday:
    # Without a year it comes every year.
    return int(one.get("year") or 0), int(one.get("month")), int(one.get("date"))


def _written(links: Any) -> str:
    return ", ".join(f"{key}{kind}{f'{lag:+g}' if lag else ''}" for key, kind, lag in links)


def _day(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date() if words else None
    except ValueError:
        return None


def _said(element: Any, space: str, name: str) -> str:
    found = element.find(space + name)
    return (found.text or "").strip() if found is not None else ""
