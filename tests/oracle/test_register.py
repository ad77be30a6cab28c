"""Risks, decisions and the Mirror as they are delivered are those of the oracle."""

from integration.measures.exposure import exposure
from integration.measures.register import waiting
from integration.services.mirror import mirror
from integration.services.register import register
from tests.oracle.comparing import differing, plain
from tests.oracle.mirror import shared, statements
from tests.oracle.register import exposures, waits
from tests.oracle.store import by


def test_exposure_of_every_open_risk(looked, store):
    frame = register.all_facts(looked).risks
    rows = frame[(frame.kind == "risk") & (frame.state == "open")].set_index("id")
    found = zip(rows.index, exposure(rows.probability, rows.impact), exposure(rows.probability_after, rows.impact_after), strict=True)

    assert {one: (before, after) for one, before, after in found} == exposures(store.known("risk", looked.now))


def test_how_long_decisions_wait(looked, store):
    frame, own = (register.all_facts(looked).decisions, store.known("decision", looked.now))
    groups = [("", frame, own), *((one, frame[frame.partnership_id == one], rows) for one, rows in by(own).items())]
    pairs = []
    for one, rows, mine in groups:
        found = waiting(rows.asked_on, rows.decided_on, looked.today)
        pairs += [
            ((one, at), *pair) for at, pair in enumerate(zip((found.taken, found.median, found.waiting, found.oldest), waits(mine, looked.today), strict=True))
        ]

    assert differing(pairs) == []


def closed_rounds(store, visit):
    return [one for one in store.known("mirror_round", visit.now) if one["closed"] or (one["closes_on"] and one["closes_on"] < visit.today)]


def test_the_shared_score_of_every_partnership(looked, store):
    newest = {}
    for one in sorted(closed_rounds(store, looked), key=lambda row: (str(row["opens_on"]), row["id"])):
        found = shared(statements(store.counts, one["source_id"] or one["id"], one["organisations"].split(",")))
        if one["partnership_id"] and found is not None:
            newest[one["partnership_id"]] = found
    told = {one: score for one, (score, _) in mirror.shared_scores(looked).items()}

    assert {*told} == {*newest} and differing((one, told[one], newest[one]) for one in newest) == []


def test_what_every_round_says(looked, store):
    names, pairs = ("level", "gap", "pooled", "eta", "shared"), []
    for one in closed_rounds(store, looked)[:: 1 if looked.as_of is None else 10]:
        outcome = mirror.result(looked, mirror.round_named(looked, one["partnership_id"], one["id"]))
        mine = statements(store.counts, one["source_id"] or one["id"], one["organisations"].split(","))
        assert outcome and {*outcome.found.index} == {*mine}
        for statement, wanted in mine.items():
            row = outcome.found.loc[statement]
            pairs += [((one["id"], statement, name), plain(row[name]), getattr(wanted, name)) for name in names]
            pairs += [((one["id"], statement, body), row["means"].get(body), value) for body, value in wanted.means.items()]
            pairs += [((one["id"], statement, body), row["agreements"].get(body), value) for body, value in wanted.agreements.items()]

    assert differing(pairs) == []
