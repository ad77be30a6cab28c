"""The draft of a plan: what was typed stays, and what others saved comes in while nothing is typed."""

from dataclasses import replace

import pytest

from integration.model.plan.milestone import Milestone
from integration.services.plan.plan import Collision
from integration.services.portfolio.partnership import Dossier
from integration.ui.plan.week.draft import LONGEST, PlanDraft
from tests.examples import a_milestone, a_partnership

ONE, TWO = a_milestone(code="T1", version=1), a_milestone(code="T2", version=1)
TYPED = {ONE.id: {"credit": "75"}}


def plan(*milestones: Milestone) -> Dossier:
    return Dossier(a_partnership(), [*milestones], {}, [], {}, {}, {})


def test_what_was_cancelled_is_not_in_it():
    assert {*PlanDraft.of(plan(ONE, replace(TWO, cancelled=True))).seen} == {ONE.id}


def test_what_others_saved_comes_in_while_nothing_is_typed():
    draft = PlanDraft.of(plan(ONE))
    draft.freshen(plan(replace(ONE, version=2, credit=50), TWO))

    assert (draft.seen[ONE.id].credit, {*draft.seen}, draft.generation) == (50, {ONE.id, TWO.id}, 0)


def test_what_was_typed_is_kept_when_others_save():
    draft = PlanDraft.of(plan(ONE))
    draft.take({"generation": 0, "cells": TYPED})
    draft.freshen(plan(replace(ONE, version=2, credit=50), TWO))

    assert (draft.seen, draft.typed) == ({ONE.id: ONE}, TYPED)


def test_what_a_browser_sends_late_or_makes_up_is_no_typing():
    draft = PlanDraft.of(plan(ONE))
    draft.take({"generation": 0, "cells": {**TYPED, "foreign": {"credit": "0"}, TWO.id: 5}})
    draft.take({"generation": 1, "cells": {}})
    assert draft.typed == TYPED

    draft.take({"generation": 0, "cells": {ONE.id: {"id": "x", "partnership_id": "y", "note": 5, "owner": "x" * 100_000}}})
    assert draft.typed == {ONE.id: {"owner": "x" * LONGEST}}


@pytest.mark.parametrize("sent", [None, 5, "x", [], {"generation": 0}, {"generation": 0, "cells": [1]}, {"cells": {}}])
def test_what_is_no_typing_at_all_leaves_what_was_typed(sent):
    draft = PlanDraft.of(plan(ONE))
    draft.typed = {**TYPED}
    draft.take(sent)

    assert draft.typed == TYPED


def test_after_a_collision_it_goes_on_from_theirs_with_mine_where_it_was_chosen():
    draft, theirs = PlanDraft.of(plan(ONE, TWO)), [replace(one, version=2, credit=25) for one in (ONE, TWO)]
    draft.typed = {**TYPED, TWO.id: {"credit": "50"}}
    draft.collisions = tuple(Collision(mine=one, theirs=other) for one, other in zip((ONE, TWO), theirs, strict=True))
    draft.settle({ONE.id: True, TWO.id: False})

    assert draft.typed == TYPED
    assert ([*draft.seen.values()], draft.collisions, draft.generation) == (theirs, (), 1)


def test_beginning_again_forgets_what_was_typed_but_in_rows_that_need_another_look():
    draft = PlanDraft.of(plan(ONE, TWO))
    draft.typed = {**TYPED, TWO.id: {"credit": "?"}, "gone": {"credit": "?"}}
    draft.renew(plan(ONE, TWO), keep={TWO.id, "gone"})

    assert ({*draft.seen}, draft.typed, draft.generation) == ({ONE.id, TWO.id}, {TWO.id: {"credit": "?"}}, 1)


def test_new_rows_keep_the_id_they_will_be_stored_under_until_they_are_saved():
    draft = PlanDraft.of(plan(ONE))
    draft.take_added({"generation": 0, "cells": {"new-1": {"title": "A", "id": "x"}, "new-2": {"title": ""}, "T1": {"title": "B"}}})
    first = draft.ids["new-1"]

    assert draft.added == {"new-1": {"title": "A"}}
    assert draft.ids["new-1"] == first
    draft.renew(plan(ONE))
    assert (draft.added, draft.began, draft.ids["new-1"] == first) == ({}, {"new-1": {"title": "A"}}, False)
