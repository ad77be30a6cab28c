"""The files of a pack: made when somebody asks for one; a large pack shows how far it is."""

import streamlit as st

from integration.days import day_of
from integration.errors import FileNotMade
from integration.model.pack import Pack
from integration.reports.files import KINDS, Kind
from integration.services.core.visit import Visit
from integration.services.core.worker import FEW
from integration.services.pack import pack
from integration.ui.forms.messages import sentence
from integration.ui.kit.downloads import File, downloads
from integration.ui.kit.still import making


def pack_files(visit: Visit, one: Pack) -> None:
    """One button per kind of file, in the reader's language."""
    if making():
        return
    if len(one.members) <= FEW:
        downloads(visit, *(pack_file(visit, one, kind) for kind in KINDS), key="pack")
        return
    with st.container(horizontal=True, key="pack-files"):
        for kind in KINDS:
            _large(visit, one, kind)


def _name(visit: Visit, one: Pack, kind: Kind) -> str:
    day = day_of(one.recorded_at).isoformat() if one.recorded_at else ""
    return f"ineen-pack-{day}-{one.content_hash[:8]}-{visit.language}.{kind.ending}"


def pack_file(visit: Visit, one: Pack, kind: Kind, made: bytes = b"") -> File:
    """One kind of file of a pack, as a page offers it."""
    label = visit.reader.say("Download {kind}", kind=kind.name) if made else kind.name
    again = ("pack", one.id, kind.ending)
    return File(label, _name(visit, one, kind), kind.mime, lambda: made or pack.file(visit, one, kind.ending, visit.language), again=again)


def _large(visit: Visit, one: Pack, kind: Kind) -> None:
    say, kept = visit.reader.say, f"made-{one.id}-{kind.ending}-{visit.language}"
    if kept in st.session_state:
        downloads(visit, pack_file(visit, one, kind, st.session_state[kept]), key=f"pack-{kind.ending}")
    elif st.button(say("Make {kind}", kind=kind.name), icon=":material/draft:", key=f"make-{kind.ending}"):
        bar = st.progress(0.0, say("Making {kind}…", kind=kind.name))

        def on_progress(done: int) -> None:
            bar.progress(min(done / len(one.members), 1.0), say("{done} of {total}", done=done, total=len(one.members)))

        try:
            st.session_state[kept] = pack.file(visit, one, kind.ending, visit.language, on_progress)
        except FileNotMade as error:
            sentence(say.error(error))
            return
        st.rerun()
