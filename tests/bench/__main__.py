"""`make bench`: every promise of speed, held against this machine; exit 1 when one is broken."""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.bench.access import access_rows
from tests.bench.importing import import_rows
from tests.bench.packs import pack_rows
from tests.bench.pages import page_rows
from tests.bench.readers import reader_rows, viewer_rows
from tests.bench.rows import Row
from tests.bench.servers import server_rows
from tests.bench.storing import store_rows
from tests.bench.time import time_rows
from tests.bench.updating import updating_rows
from tests.bench.visitors import closing_rows, opening_rows, visitor_rows


def main() -> int:
    """Measure, print, and count what is over."""
    logging.disable(logging.WARNING)
    os.environ["INTEGRATION_WARM"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        few, many = demo(Path(folder), 200), demo(Path(folder), 10_000)
        shared = [*said(server_rows(few, 200)), *said(server_rows(demo(Path(folder), 2_000), 2_000))]
        rows = [*shared, *said(visitor_rows(few, 200)), *said(opening_rows(many, 10_000, "ZORG-NOORD-0001", 2000))]
        rows += [*said(reader_rows(few, 200)), *said(viewer_rows(few, 50, 600))]
        rows += [
            *said(closing_rows(few, 5000)),
            *said(updating_rows(few, 200, "ZORG-NOORD-0001", 400)),
            *said(access_rows(few, 200, 10)),
            *said(page_rows(few, 200, 150)),
            *said(pack_rows(few, 200)),
            *said(time_rows(200, 50, 20, 100)),
            *said(store_rows(200, 30, 50)),
            *said(import_rows()),
        ]
        rows += [*said(page_rows(many, 10_000, 2000, times=5)), *said(time_rows(10_000, 1000, None, None)), *said(store_rows(10_000, None, None))]
    over = [row for row in rows if not row.kept]
    print(f"\n{len(rows)} measured, {len(over)} over their limit")
    return 1 if over else 0


def demo(folder: Path, partnerships: int) -> Path:
    """A store with so many invented partnerships."""
    path = folder / f"{partnerships}.duckdb"
    command = [sys.executable, "-m", "integration", "demo", "--partnerships", str(partnerships)]
    subprocess.run(command, check=True, env={**os.environ, "INTEGRATION_STORE": str(path)}, stdout=subprocess.DEVNULL)
    return path


def said(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, each printed when it is known."""
    for row in rows:
        print(row, flush=True)
        yield row


if __name__ == "__main__":
    sys.exit(main())
