"""How long the store takes: what the heat map reads, and a save of ten milestones."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.plan import plan
from integration.services.portfolio import portfolio
from integration.storage.partnership import codes_in_use, last_updates, partnership_by_code, partnership_facts
from integration.storage.plan.check_in import check_in_facts
from integration.storage.plan.depth import depth_facts
from integration.storage.plan.milestone import plan_facts, plan_of
from tests.bench.rows import Row, median_ms


def store_rows(partnerships: int, read_limit: float | None, save_limit: float | None) -> Iterator[Row]:
    """The heat map's reads, the whole measured portfolio, and a save."""
    opened = host()
    someone = visit(opened.database, opened.cache, "nl")

    def heat_map() -> None:
        with someone.reading() as cursor:
            for facts in (partnership_facts, plan_facts, depth_facts, check_in_facts, last_updates):
                facts(cursor)

    yield Row(f"heat-map query, {partnerships:,} partnerships", median_ms(heat_map), read_limit)
    with someone.reading() as cursor:
        partnership = partnership_by_code(cursor, sorted(codes_in_use(cursor))[0])
    assert partnership is not None
    numbers = count()

    def save() -> None:
        weight = 1.0 + next(numbers) / 1000
        with someone.reading() as cursor:
            ten = plan_of(cursor, partnership.id)[:10]
        plan.save(someone, partnership, [replace(one, weight=weight) for one in ten])

    yield Row(f"read and save 10 milestones, {partnerships:,} partnerships", median_ms(save), save_limit)

    def saved_and_measured() -> None:
        save()
        portfolio.read(someone)

    yield Row(f"whole portfolio measured, {partnerships:,} partnerships", median_ms(saved_and_measured, 5), None)
