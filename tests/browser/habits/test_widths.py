"""Odd partnerships at every width: the longest names, 14 partners, 200 milestones, other scripts, no plan and no meeting; nothing lies sideways."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError

from integration.model.record import new_id
from integration.model.text import Text
from integration.storage.core.database import Database
from tests.examples import a_check_in, a_milestone, a_partnership, an_organisation, save

NOW = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
WORD = "Samenwerkingsverbandovereenkomst"
NAMES = {
    "LONG": f"{WORD * 2} van opleidingsinstellingen en bedrijven",
    "RTL": "شراكة التعليم المهني والشركات",
    "CJK": "職業教育企業連携推進協議会職業教育企業連携",
    "LEEG": WORD,
}
PATHS = (
    "/",
    *(f"/partnership?p={code}" for code in NAMES),
    *(f"/{page}?p=LONG" for page in ("timeline", "register", "foundation", "meeting")),
    "/domain?d=training",
    "/digest",
)
# Parts of ours that reach beyond the screen, or whose words do where they cannot slide.
SIDEWAYS = """() => {
  const page = document.querySelector("[data-testid=stMain]"), out = [];
  if (document.documentElement.scrollWidth > innerWidth || page.scrollWidth > page.clientWidth) out.push(`the page: ${page.scrollWidth}`);
  for (const host of page.querySelectorAll("*")) for (const one of host.shadowRoot?.querySelectorAll("h1, h2, h3, p, li, td, th, dd, a.cell") ?? []) {
    const box = one.getBoundingClientRect(), slides = one.closest("[popover], .sr, .places, .scroll, thead");
    const beyond = box.right > innerWidth + 1 || box.left < -1 || one.scrollWidth > one.clientWidth + 1;
    if (box.width > 1 && !slides && beyond) out.push(one.outerHTML.slice(0, 150));
  }
  return out;
}"""


@pytest.fixture(scope="module")
def store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, and beside it the odd ones."""
    path = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("odd") / "store.duckdb"))
    database = Database(path)
    fill(database)
    database.close()
    return path


def fill(database: Database) -> None:
    partners = [an_organisation(id=new_id(), name=f"{WORD} {number}") for number in range(14)]
    then = NOW - timedelta(days=60)
    save(database, *partners, recorded_at=then)
    for code, name in NAMES.items():
        own = new_id()
        save(database, a_partnership(id=own, code=code, name=Text(name, name), partners=tuple(one.id for one in partners), lead_id=""), recorded_at=then)
        many = {"LONG": 200, "LEEG": 0}.get(code, 4)
        late = NOW.date() - timedelta(days=9)
        plan = (a_milestone(partnership_id=own, code=f"T{number}", title=Text(name, name), due_on=late + timedelta(days=number)) for number in range(many))
        save(database, *plan, a_check_in(partnership_id=own, stuck=Text(name, name), need=Text(name, name)), recorded_at=then)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_lies_sideways_at_any_width(visitor, path):
    page, found = visitor(path), {}
    for width in (320, 390, 640, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        # What Streamlit lays out again follows a moment later.
        with suppress(TimeoutError):
            page.wait_for_function(f"({SIDEWAYS})().length === 0", timeout=5_000)
        found[width] = page.evaluate(SIDEWAYS)
    page.set_viewport_size({"width": 1280, "height": 900})

    assert {width: parts for width, parts in found.items() if parts} == {}
