"""Set a baseline: promise the plan as it stands, with what that changes against the last promise."""

from dataclasses import replace

import streamlit as st

from integration.model.plan.baseline import Baseline
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.plan import baseline
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import anchor, el, joined
from integration.ui.kit.panels import small_print
from integration.views.kit.address import address
from integration.views.plan.baseline import NOW, baselines_view


def update_baseline(visit: Visit, dossier: Dossier) -> None:
    """A name, a reason, and the promise; what was promised before stays as it is."""
    say, partnership = visit.reader.say, dossier.partnership
    promises, current = baseline.promises(visit, partnership), baseline.current_lines(visit, partnership)
    small_print(say("A baseline keeps the plan as it is promised today. It never changes; a new one is set beside it, and the old line stays visible."), "why")
    if promises:
        view = baselines_view(visit.reader, promises, current, dossier.names, promises[-1].baseline.id, NOW)
        link = anchor(say("All baselines"), href=address(visit.reader, "timeline", p=partnership.code, show="baselines"))
        now = say(
            "In force: ‘{name}’. Against it the plan now: {difference}", name=str(promises[-1].baseline.name.reading(visit.language)), difference=view.sentence
        )
        show(joined(el("p", now, " ", link, class_="notice")), key="in-force")
    blank = Baseline(id=partnership.id, partnership_id=partnership.id, name=Text())
    form = Form(visit, f"baseline/{partnership.code}", blank, {})
    name = form.text("name", say("Name of the baseline"), "" if promises else say("Accepted plan"))
    reason = form.text("reason", say("Why is the plan promised anew?") if promises else say("Reason"), "", area=True, height=80)
    small_print(say.plural("{n} milestone with a due date will be promised.", "{n} milestones with a due date will be promised.", len(current)), "counted")
    wanted = replace(blank, name=Text().saying(visit.language, name), reason=Text().saying(visit.language, reason))
    if form.submit(say("Set the baseline"), wanted, lambda one: baseline.promise(visit, partnership, replace(one, id=new_id()))):
        saved(visit, [say("The baseline ‘{name}’ was set.", name=name)])
        st.rerun()
