"""What goes out comes back unchanged, in every form that says it is lossless."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.exchange.plan_file import plan_csv, plan_json, plan_xlsx
from integration.model.domain import GROUPS
from integration.model.text import Text
from tests.examples import VERA, a_milestone, a_partnership
from tests.exchange.propose.proposing import proposed

NAMES = {VERA: "Vera"}
FORMS = {
    "xlsx": lambda plan: plan_xlsx(plan, NAMES, "Plan"),
    "csv": lambda plan: plan_csv(plan, NAMES),
    "json": lambda plan: plan_json(a_partnership(), plan, NAMES),
}
words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=30).map(str.strip)
texts = st.builds(Text, words, words)
days = st.dates(date(2026, 2, 1), date(2028, 1, 1))


@st.composite
def milestones(draw):
    first, last = sorted((draw(days), draw(days)))
    title = Text(draw(words.filter(bool)), draw(words))
    texts_of = {name: draw(texts) for name in ("deliverable", "note", "proof", "risk")}
    return a_milestone(
        **texts_of, title=title, domain=draw(st.sampled_from(GROUPS)), starts_on=draw(st.sampled_from([None, first])), due_on=last,
        credit=draw(st.sampled_from([0.0, 25.0, 62.5])), weight=draw(st.sampled_from([0.5, 1.0, 1.001, 3.25])), critical=draw(st.booleans()),
        cancelled=draw(st.booleans()), gate=draw(st.sampled_from(["", "gate", "day1"])), owner_id=draw(st.sampled_from(["", VERA])),
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@given(plan=st.lists(milestones(), min_size=1, max_size=4))
def test_a_plan_comes_back_as_it_went(form, plan):
    stored = [replace(one, code=f"T{at}", version=1, waits_for=(f"T{at - 1}",) if at else ()) for at, one in enumerate(plan)]
    told = proposed(FORMS[form](stored), milestones=stored)

    assert told.questions == () and [(one.action, one.fields) for one in told.rows] == [("same", {}) for _ in stored], [one.why for one in told.rows]


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_goes_into_an_empty_one_whole(form):
    stored = [a_milestone(title=Text("=Een", "'One"), proof=Text("bewijs"), critical=True, serves=("vision.people",), credit=50.0, owner_id=VERA)]
    [row] = proposed(FORMS[form](stored)).rows

    assert row.after and (row.action, replace(row.after, id=stored[0].id)) == ("add", stored[0])
