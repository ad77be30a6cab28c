"""The packs that a newcomer finds in the demo: of the partnerships whose lead and steering member can sign in."""

from integration.services.core.host import Host
from integration.services.core.visit import change_in_demo, visit
from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio
from integration.storage.access import memberships
from integration.storage.core.records import append


def publish_in_demo(opened: Host) -> None:
    """Publish them as their leads would have, where the demo was loaded by this server just now."""
    if not opened.filled:
        return
    database = opened.database
    operator = visit(database, opened.cache, "nl")
    with database.reading() as cursor:
        wanted = {one.partnership_id for one in memberships(cursor)}
    read = portfolio.read(operator)
    rows = read.partnerships[read.partnerships.index.isin(wanted)]
    for code, lead in zip(rows.code, rows.lead_id, strict=True):
        one = partnership.find(operator, str(code))
        content, head = pack.frozen(operator, [one], pack.Wanted((one.code,)), one, read.people.get(lead, ""))
        with change_in_demo(database, "publish", one.code, lead, one.id) as writing:
            append(writing, [content])
            append(writing, [head])
