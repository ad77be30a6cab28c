"""The demo's packs as pictures, to be looked at: `make pictures` renders every page and slide of three partnerships and of all, in both languages, into build/.

The one with the longest names is drawn a second time in the look of a school's own template and logo. How large the files are is told.

Needs pdftoppm and LibreOffice (Debian: poppler-utils, libreoffice-impress, libreoffice-calc).
"""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from integration import ROOT
from integration.demo.portfolio import fill_with_demo
from integration.model.text import LANGUAGES, Text
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, today, visit
from integration.services.pack import house_style, pack
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from tests.reports.slides.test_template import a_template

FOLDER, SHOWN = ROOT / "build", ("ZORG-NOORD", "HAVEN", "ZON-INSTALLATIE")


def main() -> int:
    """Draw them; the longest names of the demo are among them."""
    if not (shutil.which("pdftoppm") and shutil.which("soffice")):
        print("ineen: pdftoppm and soffice are needed; on Debian: apt-get install poppler-utils libreoffice-impress libreoffice-calc", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "demo.duckdb")
        fill_with_demo(database, today())
        someone = visit(database, Cache(), "nl")
        wanted = {code.lower(): pack.Wanted((code,)) for code in SHOWN}
        wanted["all"] = pack.Wanted(tuple(portfolio.read(someone).partnerships.code), Text("Alle partnerschappen", "All partnerships"))
        for name, one in wanted.items():
            draw_all(someone, name, one)
        logo = house_style.bring(someone, house_style.read(someone), "logo", "logo.png", a_logo())
        house_style.bring(someone, logo, "template", "school.pptx", a_template())
        draw_all(someone, "school", pack.Wanted((SHOWN[-1],)))
        database.close()
    return 0


def draw_all(someone: Visit, name: str, wanted: pack.Wanted) -> None:
    """Every file of one pack."""
    published, size = pack.publish(someone, wanted), 0
    for language in LANGUAGES:
        for ending in ("pdf", "pptx", "xlsx"):
            made = pack.file(someone, published, ending, language)
            draw(made, f"{name}-{language}", ending)
            size += len(made)
    print(f"{name}: {size / 1000:.0f} kB in six files")


def a_logo() -> bytes:
    """A picture of a school's colour."""
    out = io.BytesIO()
    Image.new("RGB", (360, 120), "#7a1f5c").save(out, "PNG")
    return out.getvalue()


def draw(made: bytes, name: str, ending: str) -> None:
    """One file and the pictures of its pages."""
    file = FOLDER / f"{name}.{ending}"
    file.write_bytes(made)
    pages = file
    if ending != "pdf":
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(FOLDER / ending), str(file)], check=True, stdout=subprocess.DEVNULL)
        pages = FOLDER / ending / f"{name}.pdf"
    subprocess.run(["pdftoppm", "-r", "70", "-png", "-l", "24", str(pages), str(FOLDER / f"{name}-{ending}")], check=True)
    print(f"build/{name}-{ending}-*.png")


if __name__ == "__main__":
    sys.exit(main())
