"""The foundation of one partnership frozen: its themes with who agreed, and where its newest Mirror shows the widest gaps."""

from collections.abc import Mapping

from integration.model.foundation import THEMES
from integration.reports.freeze.foundation_snapshot import GapPart, ThemePart
from integration.reports.freeze.sources import PartnershipSources
from integration.views.foundation.foundation import theme_card
from integration.views.kit.reader import Reader
from integration.views.mirror.mirror import MirrorView, mirror_view

WIDEST = 8


def theme_parts(reader: Reader, sources: PartnershipSources, names: Mapping[str, str]) -> tuple[ThemePart, ...]:
    """Every theme; none where nothing is shared yet, or where this partnership is one of many."""
    stored = sources.foundation
    if stored is None or not stored.texts:
        return ()
    cards = [theme_card(reader, theme, stored, _bodies(sources, names)) for theme in THEMES]
    return tuple(ThemePart(card.name, card.words, tuple(name for name, _ in card.agreed), card.waiting) for card in cards)


def gap_parts(reader: Reader, sources: PartnershipSources, names: Mapping[str, str]) -> tuple[GapPart, ...]:
    """The statements on which the partners are furthest apart; what may not be shown is not among them."""
    view = _view(reader, sources, names)
    rows = [row for row in view.rows if row.gap is not None][:WIDEST] if view else []
    return tuple(
        GapPart(row.theme, row.text, tuple((name, mean) for name, mean, _ in row.means if mean is not None), row.gap or 0.0, row.gap_words) for row in rows
    )


def mirror_sentence(reader: Reader, sources: PartnershipSources, names: Mapping[str, str]) -> str:
    """What the newest Mirror says in one sentence."""
    view = _view(reader, sources, names)
    return f"{view.title}: {view.sentence}" if view else ""


def _view(reader: Reader, sources: PartnershipSources, names: Mapping[str, str]) -> MirrorView | None:
    return mirror_view(reader, sources.mirror, _bodies(sources, names), ()) if sources.mirror else None


def _bodies(sources: PartnershipSources, names: Mapping[str, str]) -> dict[str, str]:
    return {one: names[one] for one in sources.partnership.partners if one in names}
