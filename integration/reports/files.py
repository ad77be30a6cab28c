"""The files of a pack: which kinds there are, and making one from a snapshot; the same snapshot always gives the same bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from integration.model.text import Language
from integration.reports.freeze.snapshot_json import from_json, json_escaped
from integration.reports.look import OWN, Look
from integration.reports.progress import OnProgress, silently


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its ending, what it is called, and what it is to a browser."""

    ending: str
    name: str
    mime: str


PDF = Kind("pdf", "PDF", "application/pdf")
PPTX = Kind("pptx", "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
XLSX = Kind("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
JSON = Kind("json", "JSON", "application/json")
DOCX = Kind("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
# Those of a pack; a Word document is a paper of a meeting.
KINDS = (PDF, PPTX, XLSX, JSON)
# A workbook is for calculating, and looks the same everywhere.
DRESSED = ("pdf", "pptx")
MAKERS = {
    "pdf": ("integration.reports.paper.pdf", "pdf"),
    "pptx": ("integration.reports.slides.slides", "pptx"),
    "xlsx": ("integration.reports.render.workbook", "xlsx"),
}


def made(ending: str, language: Language, content: str, on_progress: OnProgress = silently, look: Look = OWN) -> bytes:
    """The file of a snapshot in one language and look; JSON is the snapshot itself, in both, with signs that nobody sees written by their number."""
    if ending == JSON.ending:
        return json_escaped(content).encode()
    module, name = MAKERS[ending]
    # Each maker loads a package of its own, so only the one that is wanted is loaded.
    maker: Callable[..., bytes] = getattr(import_module(module), name)
    return maker(from_json(content, language), language, on_progress, **({"look": look} if ending in DRESSED else {}))
