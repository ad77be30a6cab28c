"""The line above every page: for everybody that nothing can be saved for now, for administrators what is the matter with disk, backups or file."""

from integration.i18n.formats import day_in_full, number
from integration.services.core.visit import Visit
from integration.services.operating import condition
from integration.ui.kit.html import show
from integration.ui.kit.markup import el

MEGABYTE = 1_000_000


def store_banner(visit: Visit) -> None:
    """Says what its reader has to know or to see to, and nothing where all is well."""
    say = visit.reader.say
    lines = [say("Everything can be read, and for a moment nothing can be saved. What you type stays here; it works again by itself.")]
    lines = lines if visit.database.is_away else []
    if visit.may("manage people"):
        lines += _condition(visit)
    if lines:
        show(el("div", *(el("p", line) for line in lines), class_="notice problem", role="status"), key="store-condition")


def _condition(visit: Visit) -> list[str]:
    say, found = visit.reader.say, condition.of_store(visit)
    lines = []
    if found.changed:
        lines.append(say("Nothing is saved: the file of the store was moved, replaced or changed by another program. Ask the operator of this server."))
    if found.room is not None:
        free = number(found.room // MEGABYTE, visit.language)
        lines.append(say("The disk of the server is nearly full: {free} MB are free. Once it is full nothing can be saved.", free=free))
    if found.backup:
        lines.append(say("The newest backup is of {day}; a new one should be taken every day.", day=day_in_full(found.backup, visit.language)))
    if found.unsaved:
        lines.append(say("There is no backup of this store yet; one should be taken every day."))
    return lines
