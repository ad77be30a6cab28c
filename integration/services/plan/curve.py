"""The S-curve of one partnership: what was promised against what was delivered."""

from integration.measures.portfolio import Portfolio
from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.plan import baseline
from integration.services.portfolio.partnership import Dossier
from integration.views.plan.curve import CurveView, curve_view


def read(visit: Visit, dossier: Dossier, measured: Portfolio) -> CurveView:
    """The picture's lines; without a baseline, or where nothing is left of it, the plan as it stands is what is compared with."""
    promises = baseline.promises(visit, dossier.partnership)
    current = baseline_lines(Baseline(partnership_id=dossier.partnership.id, name=Text()), dossier.milestones)
    row = next(measured.timed.partnerships.loc[[dossier.partnership.id]].itertuples(index=False))
    return curve_view(visit.reader, dossier.milestones, promises, current, row)
