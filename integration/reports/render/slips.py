"""One-time codes of a round of the Mirror as a PDF to print and cut apart."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import typst

from integration import palette
from integration.model.text import Language

TEMPLATE = (Path(__file__).parent / "slips.typ").read_bytes()


@dataclass(frozen=True, slots=True)
class Slip:
    """One code, the address that it is part of, and that address as a picture (SVG)."""

    code: str
    address: str
    picture: str


def slips_pdf(title: str, explained: str, address: str, slips: Sequence[Slip], language: Language, moment: datetime) -> bytes:
    """A sheet of slips; nothing on one tells who gets it, nor which came before it."""
    told: dict[str, object] = {"title": title, "explained": explained, "address": address, "language": language, "slips": [asdict(one) for one in slips]}
    told["paint"] = {"ink": palette.INK, "muted": palette.MUTED, "rule": palette.RULE}
    inputs = {"data": json.dumps(told, ensure_ascii=False)}
    return bytes(typst.compile(TEMPLATE, sys_inputs=inputs, ignore_system_fonts=True, timestamp=moment.replace(microsecond=0, tzinfo=UTC), format="pdf"))
