"""The draft of a plan: what was typed stays, and what others saved comes in while nothing is typed."""

from dataclasses import replace

from integration.model.plan.milestone import Milestone
from integration.services.plan.plan import Collision
from integration.services.portfolio.partnership import Dossier
from integration.ui.plan.update.draft import PlanDraft
from tests.examples import a_milestone, a_partnership

ONE, TWO = a_milestone(code="T1", version=1), a_milestone(code="T2", version=1)


def plan(*milestones: Milestone) -> Dossier:
    return Dossier(a_partnership(), [*milestones], {}, [], {}, {})


def test_only_what_is_open_is_in_it():
    assert {*PlanDraft.of(plan(ONE, replace(TWO, credit=100))).seen} == {*PlanDraft.of(plan(ONE, replace(TWO, cancelled=True))).seen} == {ONE.id}


def test_what_others_saved_comes_in_while_nothing_is_typed():
    draft = PlanDraft.of(plan(ONE))
    draft.freshen(plan(replace(ONE, version=2, credit=50)))
    assert (draft.seen[ONE.id].credit, draft.generation) == (50, 0)

    draft.freshen(plan(replace(ONE, version=2), TWO))
    assert ({*draft.seen}, draft.generation) == ({ONE.id, TWO.id}, 1)


def test_what_was_typed_is_kept_when_others_save():
    draft = PlanDraft.of(plan(ONE))
    draft.edits[ONE.id] = {"credit": 75}
    draft.freshen(plan(replace(ONE, version=2, credit=50), TWO))

    assert (draft.seen, draft.edits) == ({ONE.id: ONE}, {ONE.id: {"credit": 75}})


def test_after_a_collision_it_goes_on_from_theirs_with_mine_where_it_was_chosen():
    draft, theirs = PlanDraft.of(plan(ONE, TWO)), [replace(one, version=2, credit=25) for one in (ONE, TWO)]
    draft.edits = {ONE.id: {"credit": 75}, TWO.id: {"credit": 50}}
    draft.collisions = tuple(Collision(mine=one, theirs=other) for one, other in zip((ONE, TWO), theirs, strict=True))
    draft.settle({ONE.id: True, TWO.id: False})

    assert draft.edits == {ONE.id: {"credit": 75}}
    assert ([*draft.seen.values()], draft.collisions, draft.generation) == (theirs, (), 1)


def test_beginning_again_forgets_what_was_typed():
    draft = PlanDraft.of(plan(ONE))
    draft.edits[ONE.id] = {"credit": 75}
    draft.renew(plan(TWO))

    assert ({*draft.seen}, draft.edits, draft.generation) == ({TWO.id}, {}, 1)
