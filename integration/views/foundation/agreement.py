"""Agreement over time: the history of shared words with, per version, which partners agreed to it and when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from integration.i18n.formats import NOTHING, moment
from integration.model.foundation import Agreement, FoundationText
from integration.views.changes.history import HistoryView, history_view
from integration.views.kit.reader import Reader


def text_history(reader: Reader, versions: Sequence[FoundationText], agreements: Sequence[Agreement], known: Mapping[str, str]) -> HistoryView:
    """The versions of one text, newest first, each with who agreed to exactly these words."""
    view = history_view(reader, versions, known)
    own = [one for one in agreements if one.text_id == versions[0].id]

    def agreed(version: int) -> tuple[tuple[str, str], ...]:
        given = [one for one in own if one.text_version == version]
        return tuple((known.get(one.organisation_id, NOTHING), moment(one.recorded_at, reader.language) if one.recorded_at else NOTHING) for one in given)

    return replace(view, entries=tuple(replace(entry, agreed=agreed(entry.version)) for entry in view.entries))
