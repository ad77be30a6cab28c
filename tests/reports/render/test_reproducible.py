"""A reproducible Office file: the same bytes whenever and wherever it is made."""

import io
import zipfile
from datetime import date, datetime, time

from integration.reports.render.reproducible import reproducible

MOMENT, EARLIER, EARLIER_STILL = (datetime.combine(date(year, 11, 23), time(12)) for year in (2026, 2025, 2020))
CORE = '<a><dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created><dcterms:modified>{}</dcterms:modified><b>{}</b></a>'


def packed(when: datetime, **inside: bytes) -> bytes:
    out, day = io.BytesIO(), when.isoformat()
    with zipfile.ZipFile(out, "w") as file:
        for name, body in {"docProps/core.xml": CORE.format(day, day, "kept").encode(), "words.xml": b"<w/>", **inside}.items():
            file.writestr(zipfile.ZipInfo(name, when.timetuple()[:6]), body)
    return out.getvalue()


def test_two_that_were_made_at_other_times_are_the_same_bytes():
    first, second = (packed(when, **{"inner.xlsx": packed(when)}) for when in (EARLIER_STILL, EARLIER))

    assert first != second
    assert reproducible(first, MOMENT) == reproducible(second, MOMENT)


def test_the_moment_is_that_of_what_is_in_it_and_the_rest_is_kept():
    with zipfile.ZipFile(io.BytesIO(reproducible(packed(EARLIER_STILL), MOMENT))) as file:
        core, words = file.read("docProps/core.xml").decode(), file.read("words.xml")

    assert core.count(">2026-11-23T12:00:00Z<") == 2 and "2020" not in core and "<b>kept</b>" in core
    assert words == b"<w/>"
