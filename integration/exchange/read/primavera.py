"""Primavera P6 XER: tables of text between tabs, of which the tasks, their order and their people count."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

from integration.errors.exchange import FileDamaged
from integration.exchange.read.sheet import Book, table
from integration.i18n.typed.cell import Cell

LINKS = {"PR_FS": "FS", "PR_SS": "SS", "PR_FF": "FF", "PR_SF": "SF"}
COLUMNS = ("id", "code", "title", "domain", "milestone", "starts_on", "due_on", "done_on", "credit", "owner", "waits_for", "promised_on")
Told = Mapping[str, str]


def read_xer(data: bytes) -> Book:
    """Activities under their work breakdown, done in percent as each of them counts it, with the days planned as baseline."""
    tables = _tables(data.decode("cp1252", "replace"))
    if "TASK" not in tables:
        raise FileDamaged
    parts = {one["wbs_id"]: one.get("wbs_name", "") for one in tables["PROJWBS"]}
    people = {one["rsrc_id"]: one.get("rsrc_name", "") for one in tables["RSRC"]}
    waits, given = defaultdict(list), defaultdict(list)
    for one in tables["TASKPRED"]:
        lag = float(one.get("lag_hr_cnt") or 0) / 8
        waits[one["task_id"]].append(f"{one['pred_task_id']}{LINKS.get(one.get('pred_type', ''), 'FS')}{f'{lag:+g}' if lag else ''}")
    for one in tables["TASKRSRC"]:
        if people.get(one.get("rsrc_id", "")):
            given[one["task_id"]].append(people[one["rsrc_id"]])
    tasks = [one for one in tables["TASK"] if one.get("task_type") != "TT_WBS"]
    projects = {one.get("proj_id", ""): one.get("proj_short_name", "") for one in tables["PROJECT"]}

    def row(one: Told) -> list[Cell]:
        return [
            one["task_id"],
            one.get("task_code", ""),
            one.get("task_name", ""),
            parts.get(one.get("wbs_id", ""), ""),
            one.get("task_type", "") in ("TT_Mile", "TT_FinMile"),
            _first(one, "act_start_date", "early_start_date", "target_start_date"),
            _first(one, "act_end_date", "early_end_date", "target_end_date"),
            _first(one, "act_end_date"),
            _percent(one),
            "; ".join(given[one["task_id"]]),
            ", ".join(waits[one["task_id"]]),
            _first(one, "target_end_date"),
        ]

    # Several projects in one file are as many plans.
    of_project: dict[str, list[list[Cell]]] = {}
    for one in tasks:
        of_project.setdefault(one.get("proj_id", ""), []).append(row(one))
    first = next(iter(projects.values()), "")
    return Book("xer", tuple(table(projects.get(name, first) or name, COLUMNS, rows) for name, rows in of_project.items()))


def _tables(text: str) -> dict[str, list[dict[str, str]]]:
    tables: dict[str, list[dict[str, str]]] = defaultdict(list)
    name, columns = "", list[str]()
    for line in text.splitlines():
        mark, *cells = line.split("\t")
        if mark == "%T" and cells:
            name = cells[0].strip()
        elif mark == "%F":
            columns = [one.strip() for one in cells]
        elif mark == "%R":
            tables[name].append(dict(zip(columns, cells, strict=False)))
    return tables


def _percent(task: Told) -> float:
    def amount(name: str) -> float:
        return float(task.get(name) or 0)

    if task.get("status_code") == "TK_Complete":
        return 100.0
    if task.get("status_code") == "TK_NotStart":
        return 0.0
    match task.get("complete_pct_type"):
        case "CP_Phys":
            return amount("phys_complete_pct")
        case "CP_Units":
            done = amount("act_work_qty") + amount("act_equip_qty")
            whole = done + amount("remain_work_qty") + amount("remain_equip_qty")
        case _:
            whole = amount("target_drtn_hr_cnt")
            done = max(whole - amount("remain_drtn_hr_cnt"), 0.0)
    return round(100 * done / whole, 2) if whole else 0.0


def _first(task: Told, *names: str) -> date | None:
    words = next((task[name] for name in names if task.get(name)), "")
    try:
        return datetime.fromisoformat(words.strip()).date() if words.strip() else None
    except ValueError:
        return None
