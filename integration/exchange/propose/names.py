"""Names: what columns are called in Dutch and English, by other programs and by ourselves, and which field each means."""

import re
from collections.abc import Mapping

from integration.i18n.typed.cell import plain_name

# Our own names stand in made files; each is read as the field of that name.
FIELDS = (
    "id", "code", "title", "title_nl", "title_en", "domain", "starts_on", "due_on", "duration", "forecast_on", "done_on", "credit", "status", "weight",
    "owner", "waits_for", "blocks", "note", "note_nl", "note_en", "deliverable", "deliverable_nl", "deliverable_en", "proof", "proof_nl", "proof_en",
    "risk_nl", "risk_en", "serves", "gate", "critical", "cancelled", "partner", "source", "level", "summary", "milestone", "parent", "promised_on",
    "archived", "partnership",
)  # fmt: skip
DATES = ("starts_on", "due_on", "forecast_on", "done_on", "promised_on")
# Fields that several columns may fill together: a domain may stand among labels.
MANY = ("domain", "waits_for", "blocks")
KNOWN: Mapping[str, str] = {
    "id": "id, taak id, task id, taskid, uid, unique id, unieke id, card id, issue key, item id, ticket, taakid, sleutel, key, sys id",
    "code": "code, nr, nummer, no, number, wbs, wbs code, ref, referentie, volgnummer, #, activity id, mijlpaalcode",
    "title": "title, titel, taak, taaknaam, taken, task, task name, tasks, activiteit, activiteiten, activity, activity name, naam, name, naam taak, mijlpaal,"
    " milestone, summary, samenvatting, onderwerp, subject, omschrijving activiteit, actie, card name, primary, item, wat, what, resultaat, werkzaamheden",
    "domain": "domein, domain, thema, theme, werkstroom, werkstromen, workstream, stroom, spoor, onderdeel, bucket, bucket name, bucketnaam, section,"
    " section column, sectie, list name, lijst, groep, group, categorie, category, labels, label, team, afdeling, project onderdeel, cluster, programmalijn,"
    " component, components, component s",
    "starts_on": "start, begin, startdatum, begindatum, start date, begin date, van, from, aanvang, start datum, custom field start date, timeline start,"
    " geplande start, planned start, start op, begint, startdate",
    "due_on": "eind, einde, einddatum, end, end date, finish, finish date, gereed, gereed op, deadline, due, due date, vervaldatum, einddatum gepland, tot,"
    " until, to, datum, date, timeline end, planned end, opleverdatum, oplevering, klaar op, uiterlijk, geplande einddatum, target date, duedate, streefdatum",
    "duration": "duur, duration, doorlooptijd",
    "forecast_on": "verwacht, verwachting, forecast, verwachte einddatum, prognose, expected, expected end, nieuwe datum, herziene datum",
    "done_on": "gereed gemeld, afgerond op, completed date, completed at, voltooid op, done on, resolved, actual finish, werkelijk einde, werkelijke einddatum,"
    " date completed, voltooiingsdatum, gerealiseerd, actual end, werkelijk gereed, finished on",
    "credit": "gereed %, % gereed, voortgang, progress, % voltooid, % complete, percent complete, percentage, percentage gereed, % klaar, % done, progress %,"
    " % work complete, voortgang %, voltooid %, complete %, % afgerond, percentage voltooid",
    "status": "status, state, stand, stand van zaken, toestand, due complete, fase",
    "weight": "gewicht, weight, weging, weegfactor, story points, punten, points, zwaarte",
    "owner": "eigenaar, owner, verantwoordelijke, verantwoordelijk, assignee, assigned to, toegewezen aan, wie, who, namen van resources, resource names,"
    " resources, person, persoon, trekker, members, lead, uitvoerder, actiehouder, responsible, people, assignees, resourcenamen, contactpersoon",
    "waits_for": "voorganger, voorgangers, voorafgaande taken, predecessor, predecessors, wacht op, waits for, depends on, dependencies, afhankelijk van,"
    " afhankelijkheden, inward issue link blocks, dependent on, blocked by, blocked by blocking",
    "blocks": "outward issue link blocks",
    "note": "opmerking, opmerkingen, notes, note, notities, notitie, toelichting, comment, comments, description, omschrijving, beschrijving, bijzonderheden,"
    " card description, remarks",
    "deliverable": "op te leveren, deliverable, product, eindproduct, opbrengst, deliverables",
    "proof": "bewijs, proof, evidence",
    "level": "overzichtsniveau, outline level, niveau, level, inspringing",
    "summary": "summary task, samenvattingstaak",
    "parent": "parent, parent task, bovenliggende taak, hoofdtaak, parent issue",
    "promised_on": "baseline, baseline einde, baseline finish, baseline einddatum, geplande einddatum baseline, oorspronkelijke einddatum, baseline end",
    "archived": "archived, gearchiveerd",
    "cancelled": "vervallen, geannuleerd, cancelled, canceled",
}
BY_NAME = {name.strip(): field for field, names in KNOWN.items() for name in names.split(",")}
# A name that names other things as well, taken only where nothing better does.
WEAK = {"name", "naam", "datum", "date", "labels", "label", "team", "fase", "item", "wat", "what", "to", "tot", "from", "van", "#", "summary", "baseline"}
PRESETS: Mapping[str, frozenset[str]] = {
    "planner": frozenset({"task id", "task name", "bucket name"}),
    "asana": frozenset({"task id", "section column", "name"}),
    "jira": frozenset({"issue key", "summary"}),
    "trello": frozenset({"card id", "list name"}),
    "openproject": frozenset({"subject", "type", "status", "finish date"}),
    "smartsheet": frozenset({"task name", "start", "finish", "predecessors"}),
    "monday": frozenset({"name", "person", "status"}),
    "msproject": frozenset({"taaknaam", "duur", "voorafgaande taken"}),
}
# These write the month first, whoever uses them.
MONTH_FIRST = ("planner",)


def field_of(name: object) -> str:
    """The field that a column of this name means; "" where it means none that we know."""
    said = plain_name(name)
    return BY_NAME.get(said, "") or BY_NAME.get(re.sub(r"\s*\d+$|^\d+\s*", "", said), "")


def preset_of(names: list[str]) -> str:
    """Which program wrote a header, told by the names that only it writes together."""
    said = {*map(plain_name, names)}
    return next((preset for preset, wanted in PRESETS.items() if wanted <= said), "")
