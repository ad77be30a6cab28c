"""Every table that can be downloaded keeps its headings where it has no row."""

import csv
import io
import re
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

from integration import ROOT
from integration.exchange.table import csv_bytes
from integration.exchange.workbook import xlsx_bytes
from integration.model.foundation import Foundation
from integration.model.register import Register
from integration.services.carrying import carrying
from integration.services.plan import timeline
from integration.services.register import register
from integration.views.access.audit import audit_table
from integration.views.access.link_table import link_table
from integration.views.carrying.carrying import carrying_table, things_table
from integration.views.foundation.foundation import objective_table
from integration.views.kit.table import Table
from integration.views.mirror.mirror import MirrorView, mirror_table
from integration.views.plan.baseline import BaselinesView, compared_table
from integration.views.plan.critical_path import PathView, path_table
from integration.views.plan.curve import CurveView, curve_table
from integration.views.plan.timeline import all_table
from integration.views.plan.trend import trend_table
from integration.views.portfolio.domain import domain_table
from integration.views.portfolio.partnership import milestone_table
from integration.views.portfolio.portfolio import PortfolioChoices
from integration.views.portfolio.portfolio_table import portfolio_table
from integration.views.register.all_registers import registers_table
from integration.views.register.register import EntryContext
from integration.views.register.register_table import LISTED, register_table
from tests.examples import a_visit, measured

EVENTS = pd.DataFrame({"happened_at": pd.Series(dtype="datetime64[us]"), "person": [], "verb": [], "subject": []})


def tables_of(visit) -> dict[str, Table]:
    """Every table that a page offers to download, of a store with nothing in it."""
    reader, read = visit.reader, measured(visit.database)
    lists = {name: register_table(reader, Register(), EntryContext("BRUG", {}, {}), name) for name in LISTED}
    return lists | {
        "audit": audit_table(reader, EVENTS),
        "carrying": carrying_table(reader, carrying.read(visit), "person"),
        "carried": things_table(reader, carrying.read(visit), "person", ""),
        "links": link_table(reader, [], {}),
        "objectives": objective_table(reader, Foundation({}, [], [], [], [], [], {}, [])),
        "mirror": mirror_table(reader, MirrorView("", "", (), (), "", ())),
        "baselines": compared_table(reader, BaselinesView((), {}, (), "")),
        "path": path_table(reader, PathView((), "")),
        "curve": curve_table(reader, CurveView((), None, None, "")),
        "trend": trend_table(reader, []),
        "timelines": all_table(reader, timeline.read(visit), read, ""),
        "domain": domain_table(reader, "training", read),
        "milestones": milestone_table(reader, [], read),
        "portfolio": portfolio_table(reader.say, read, PortfolioChoices()),
        "registers": registers_table(reader, read, register.all_facts(visit)),
    }


def test_a_file_without_rows_has_its_headings(db):
    for name, table in tables_of(a_visit(db)).items():
        titles, rows = table.in_files
        sheet = load_workbook(io.BytesIO(xlsx_bytes(table, name))).active

        assert len(titles) > 2 and not rows, name
        assert [*csv.reader(io.StringIO(csv_bytes(table, "en").decode("utf-8-sig")))] == [titles], name
        assert [cell.value for cell in sheet[1]] == titles, name


def test_every_table_that_a_page_offers_is_among_them():
    places = [*(ROOT / "integration" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    offered = {one for file in places for one in re.findall(r"download_table\(\s*visit, lambda: (\w+)\(", file.read_text("utf-8"))}

    assert offered == {one for one in offered if f" {one}(reader" in Path(__file__).read_text("utf-8")} != set()
