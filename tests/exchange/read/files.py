"""Small files of every kind that people bring, made here."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import xlsxwriter

HEADED = ("Domein", "Nr.", "Activiteit", "Begin", "Eind", "% gereed")
MSPDI = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Haven</Title><Tasks>
<Task><UID>0</UID><ID>0</ID><Name>Haven</Name></Task>
<Task><UID>1</UID><ID>1</ID><Name>Opleiding</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
<Task><UID>2</UID><ID>2</ID><Name>Vergelijken</Name><OutlineLevel>2</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-13T17:00:00</Finish>
<PercentComplete>50</PercentComplete><Baseline><Number>0</Number><Finish>2026-03-10T17:00:00</Finish></Baseline></Task>
<Task><UID>4</UID><ID>3</ID><IsNull>1</IsNull><Milestone>1</Milestone></Task>
<Task><UID>3</UID><ID>4</ID><Name>Klaar</Name><OutlineLevel>2</OutlineLevel><Milestone>1</Milestone><Start>2026-09-01T08:00:00</Start>
<Finish>2026-09-01T08:00:00</Finish><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>9600</LinkLag></PredecessorLink></Task>
</Tasks></Project>"""
GAN = """<?xml version="1.0"?><project name="Haven"><calendars><day-types>
<default-week id="1" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types>
<date year="2024" month="1" date="3" type="HOLIDAY"/></calendars><tasks>
<task id="1" name="Bouwen" meeting="false" start="2024-01-02" duration="4" complete="25"><depend id="2" type="2" difference="0"/></task>
<task id="2" name="Klaar" meeting="true" start="2024-01-09" duration="1" complete="0"/></tasks></project>"""
XER = "ERMHDR\t8.4\n" + "\n".join(
    "\t".join(row)
    for row in (
        ("%T", "PROJWBS"), ("%F", "wbs_id", "wbs_name"), ("%R", "9", "Huisvesting"),
        ("%T", "TASK"), ("%F", "task_id", "wbs_id", "task_code", "task_name", "task_type", "status_code", "complete_pct_type", "phys_complete_pct",
                         "target_drtn_hr_cnt", "remain_drtn_hr_cnt", "target_start_date", "target_end_date"),
        ("%R", "1", "9", "A1", "Bouwen", "TT_Task", "TK_Active", "CP_Drtn", "0", "80", "60", "2026-01-05 08:00", "2026-01-16 17:00"),
        ("%R", "2", "9", "A2", "Keuren", "TT_Task", "TK_Active", "CP_Phys", "40", "80", "80", "2026-01-19 08:00", "2026-01-30 17:00"),
        ("%T", "TASKPRED"), ("%F", "task_id", "pred_task_id", "pred_type", "lag_hr_cnt"), ("%R", "2", "1", "PR_FS", "0"),
    )
)  # fmt: skip
ICS = "\r\n".join(
    ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@x", "SUMMARY:Opening", "DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20260902",
     "END:VEVENT", "END:VCALENDAR", "")
)  # fmt: skip


def xlsx(rows: Sequence[Sequence[Any]], name: str = "Planning", merged: Sequence[tuple[int, int, int, int]] = (), hidden: Sequence[int] = ()) -> bytes:
    """A workbook with these rows on one sheet; `hidden` are rows, counted from 0."""
    stored = io.BytesIO()
    with xlsxwriter.Workbook(stored, {"in_memory": True, "default_date_format": "d-m-yyyy"}) as book:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for top, left, bottom, right in merged:
            sheet.merge_range(top, left, bottom, right, rows[top][left])
        for at in hidden:
            sheet.set_row(at, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
    return stored.getvalue()


def empty_formula() -> bytes:
    """A workbook whose formula was never worked out."""
    stored, book = io.BytesIO(), openpyxl.Workbook()
    for row in (["Taak", "Domein", "Einddatum"], ["Bouwen", "HRM", "=TODAY()"]):
        book.active.append(row)
    book.save(stored)
    return stored.getvalue()


def bomb() -> bytes:
    """A workbook of some kilobytes that unpacks to gigabytes."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/workbook.xml", "w", force_zip64=True) as part:
        for _ in range(310):
            part.write(b" " * 1_000_000)
    return stored.getvalue()


def csv(*lines: str, encoding: str = "utf-8") -> bytes:
    """Lines of text."""
    return "\n".join(lines).encode(encoding)
