"""What the columns mean: each with three of its values, and another meaning to choose."""

from typing import Any

import streamlit as st

from integration.exchange.propose.columns import Columns
from integration.exchange.propose.names import FIELDS
from integration.exchange.propose.proposal import Proposal
from integration.services.core.visit import Visit
from integration.ui.kit.label import label
from integration.views.exchange.proposal import column_name


def columns_step(visit: Visit, proposal: Proposal, mapping: dict[str, str], digest: str) -> None:
    """A choice per column of the first table; choosing reads the file anew."""
    say = visit.reader.say
    with st.expander(say("2. What the columns mean"), icon=":material/view_column:"):
        for table in proposal.tables[:1]:
            if table.sheet.ours:
                st.text(say("This kind of file says itself what its columns mean."))
                continue
            for at, name in enumerate(table.names):
                if name:
                    _column(say, table, at, name, mapping, digest)


def _column(say: Any, table: Columns, at: int, name: str, mapping: dict[str, str], digest: str) -> None:
    offered = ["", *(one for one in FIELDS if column_name(say, one))]
    now = next((one for one, places in table.fields.items() if at in places), "")
    offered += [now] if now not in offered else []
    chosen = st.selectbox(
        label(f"{name} — {' · '.join(one[:40] for one in table.examples(at))}"),
        offered,
        index=offered.index(now),
        format_func=lambda one: column_name(say, one) or one or say("not read"),
        key=f"column-{digest[:12]}-{at}",
    )
    if chosen != now:
        mapping[name] = chosen
        st.rerun()
