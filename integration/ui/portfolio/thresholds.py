"""The form for thresholds, and their history."""

from dataclasses import replace

import streamlit as st

from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.ui.changes.history_drawer import history_entries
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.views.changes.history import HistoryView
from integration.views.changes.threshold_labels import threshold_labels

LEFT = ("spi_green", "spi_red", "behind_red", "behind_amber", "confidence_low", "confidence_drop")
RIGHT = ("overdue_red", "late_red", "late_amber", "forecast_red", "silent_days", "near_critical")
FRACTIONS = ("spi_green", "spi_red")


def thresholds_form(visit: Visit, stored: Thresholds) -> None:
    """Twelve numbers; saving changes colours everywhere from now on, and nothing of what was."""
    say, labels = visit.reader.say, threshold_labels(visit.reader.say)
    st.subheader(say("Change the thresholds"))
    form = Form(visit, "thresholds", stored, {})
    values: dict[str, float] = {}
    for column, names in zip(st.columns(2, gap="large"), (LEFT, RIGHT), strict=True):
        with column:
            for name in names:
                value = form.number(name, labels[name], getattr(form.seen, name))
                values[name] = value if name in FRACTIONS else round(value)
    if form.submit(say("Save"), replace(form.seen, **values), lambda one: thresholds.save(visit, one)):  # type: ignore[arg-type]
        saved(visit, [say("The thresholds were saved; every colour follows them from now on.")])
        st.rerun()


def thresholds_history(visit: Visit, view: HistoryView) -> None:
    """Who set which threshold when, folded."""
    show(el("details", el("summary", visit.reader.say("History")), history_entries(visit, view), id="history"), key="history")
