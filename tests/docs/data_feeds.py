"""The dictionary of the data that links give, in both languages, as it stands in docs/data-feeds.md."""

from integration.i18n.words import words_in
from integration.model.text import LANGUAGES, Language
from integration.views.exchange.data_table import data_tables

HEADS: dict[Language, tuple[str, str]] = {
    "nl": ("Woordenboek van de kolommen", "| Kolom | Soort | Betekenis |"),
    "en": ("Dictionary of columns", "| Column | Kind | Meaning |"),
}


def dictionary() -> str:
    """Every table with its columns, in Dutch and in English."""
    return "\n".join(_in(language) for language in LANGUAGES)


def _in(language: Language) -> str:
    title, head = HEADS[language]
    parts = [f"## {title}\n"]
    for table in data_tables(words_in(language)).values():
        rows = "\n".join(f"| `{one.name}` | {one.kind} | {one.meaning} |" for one in table.columns)
        parts.append(f"### `{table.name}`\n\n{head}\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)
