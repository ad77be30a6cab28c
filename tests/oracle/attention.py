"""What asks for attention, worked out by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import mean

from tests.oracle.colour import judged, watermelon
from tests.oracle.plan import DOMAINS, expected_day, is_open, promised_day
from tests.oracle.portfolio import Whole, attained
from tests.oracle.store import Row, Store, by

BUSY, SHALLOW = 60, 0.34


def signals(store: Store, known: Mapping[str, Whole], moment, today: date) -> dict[str, dict[str, int]]:
    """Per partnership at work how often each reason applies, in the order of their weight."""
    decisions, items = (by(store.known("decision", moment)), by(store.known("agenda_item", moment)))
    return {one: _of(whole, decisions[one], items[one], today) for one, whole in known.items() if whole.at_work}


def _of(whole: Whole, decisions: Sequence[Row], items: Sequence[Row], today: date) -> dict[str, int]:
    computed = {domain: judged(group, whole, today).colour for domain, group in whole.domains.items()}
    depths = [share for depth in whole.depths.values() if (share := attained(depth)) is not None]
    years = [school_year(one, whole, today) for one in whole.milestones if one["gate"] == "day1" and is_open(one)]
    return {
        "red_plan": int(judged(whole, whole, today).colour == "red"),
        "red_domains": sum(colour == "red" for colour in computed.values()),
        "melons": sum(watermelon(whole.reports.get(domain), computed[domain]) for domain in DOMAINS),
        "missed": years.count("missed"),
        "will_miss": years.count("will miss"),
        "decisions": sum(not one["decided_on"] and one["needed_by"] is not None and one["needed_by"] < today for one in decisions),
        "silent": int(whole.silent_days > 30),
        "key": sum(one["critical"] and one["id"] in whole.late for one in whole.milestones),
        "needs": sum(bool(one["need_nl"] or one["need_en"]) and one["id"] not in {item["thing_id"] for item in items} for one in whole.reports.values()),
        "busy": int(whole.mean is not None and whole.mean >= BUSY and bool(depths) and mean(depths) < SHALLOW),
    }


def first_of_september(day: date) -> date:
    """The first 1 September on or after a day."""
    return date(day.year if (day.month, day.day) <= (9, 1) else day.year + 1, 9, 1)


def school_year(milestone: Row, whole: Whole, today: date) -> str:
    """Whether an open milestone of the school-year start missed it, will miss it, or may still make it."""
    promised = promised_day(milestone, whole.promised)
    if promised is None:
        return "on time"
    target, expected = (first_of_september(promised), expected_day(milestone, today) or promised)
    if today > target:
        return "missed"
    return "will miss" if max(expected, today) > target else "on time"
