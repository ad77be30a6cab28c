"""How long a page's script runs: Streamlit's own test harness runs the real script against a real store."""

import os
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

from integration import ROOT
from integration.model.partnership import Partnership
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.storage.core.records import append, latest
from integration.storage.partnership import codes_in_use
from integration.storage.plan.milestone import plan_of
from integration.ui.frame.session import PROVED
from tests.bench.rows import Row, median_ms
from tests.signing import an_administrators

ADDRESSES: dict[str, dict[str, str]] = {
    "portfolio": {},
    "partnership": {"p": "CODE"},
    "domain": {"d": "housing"},
    "timeline": {"p": "CODE"},
    "timeline (curve)": {"p": "CODE", "show": "curve"},
    "timeline (trend)": {"p": "CODE", "show": "trend"},
    "timeline (path)": {"p": "CODE", "show": "path"},
    "timeline (all)": {},
    "portfolio (since)": {"since": "meeting"},
    "partnership (history)": {"p": "CODE", "history": "milestone.T3"},
    "settings": {},
    "foundation": {"p": "CODE"},
    "foundation (line)": {"p": "CODE", "show": "line"},
    "mirror": {"p": "CODE"},
    "scan": {},
    "import": {"p": "CODE"},
    "register": {"p": "CODE"},
    "register (decisions)": {"p": "CODE", "show": "decisions"},
    "register (all)": {},
    "meeting": {"p": "CODE"},
    "pack": {"p": "CODE"},
    "digest": {},
    "links": {"share": "/partnership?p=CODE"},
    "people": {},
    "audit": {},
    "update": {"p": "CODE"},
    "update (check-in)": {"p": "CODE", "tab": "check-in"},
    "update (depth)": {"p": "CODE", "tab": "depth"},
    "update (milestone)": {"p": "CODE", "tab": "milestone", "m": "T3"},
}


def page_rows(store: Path, partnerships: int, limit: float | None, times: int = 15) -> Iterator[Row]:
    """Every page warm, and the portfolio right after a save."""
    os.environ["INTEGRATION_STORE"] = str(store)
    with host().database.reading() as cursor:
        code = sorted(codes_in_use(cursor))[0]
    for name, parameters in ADDRESSES.items():
        page = opened(name.split(" ")[0], {key: value.replace("CODE", code) for key, value in parameters.items()})
        yield Row(f"script run, {name}, {partnerships:,} partnerships", median_ms(page.run, times), limit)
    page = opened("portfolio", {})

    yield Row(f"script run, portfolio, first after a save, {partnerships:,}", median_ms(page.run, max(times // 3, 3), before=_save_something), limit)


def opened(page: str, parameters: dict[str, str], cookies: dict[str, str] | None = None) -> AppTest:
    """A session on one page, of an administrator unless other cookies are given."""
    app = AppTest.from_file(str(ROOT / "integration" / "ui" / "frame" / "navigation.py"), default_timeout=60)
    app.session_state[PROVED] = an_administrators() if cookies is None else cookies
    app.query_params["lang"] = "nl"
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    app.run()
    if app.exception:
        raise RuntimeError(f"{page} failed: {app.exception}")
    return app


def _save_something() -> None:
    opened_store = host()
    someone = visit(opened_store.database, opened_store.cache, "nl")
    with someone.change("update plan", "bench") as writing:
        [partnership] = latest(writing.cursor, Partnership)[:1]
        [one] = plan_of(writing.cursor, partnership.id)[:1]
        append(writing, [one])
