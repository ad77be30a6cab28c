"""The S-curve in a few lines of SVG: planned and delivered up to today, and the fan in which the end is expected."""

from datetime import date

from integration.i18n.formats import day
from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, el
from integration.views.plan.curve import CurveView, Line

WIDE, HIGH = 300, 100


def small_curve(visit: Visit, view: CurveView) -> Markup | None:
    """The picture with its first and last day; nothing where nothing is planned."""
    shown = [*view.planned[-1:], *([view.earned] if view.earned and view.earned.days else [])]
    days = [day for line in shown for day in line.days] + [*(view.cone or ())]
    if not view.planned or len({*days}) < 2:
        return None
    first, last = min(*days, visit.today), max(*days, visit.today)
    scale = _Scale(first, last)
    parts = [el("polyline", points=scale.steps(view.planned[-1]), class_="planned")]
    if view.cone and view.earned and view.earned.days:
        reached = view.earned.shares[-1]
        corners = ((visit.today, reached), (view.cone[0], 100.0), (view.cone[1], 100.0))
        parts.append(el("polygon", points=" ".join(scale.point(*one) for one in corners), class_="cone"))
    if view.earned and view.earned.days:
        parts.append(el("polyline", points=scale.steps(view.earned), class_="earned"))
    now = scale.x(visit.today)
    parts.append(el("line", x1=f"{now:.1f}", x2=f"{now:.1f}", y1="0", y2=str(HIGH), class_="today"))
    picture = el("svg", *parts, viewBox=f"0 -3 {WIDE} {HIGH + 6}", preserveAspectRatio="none", role="img", aria_label=view.in_words)
    ends = el("span", el("span", day(first, visit.language)), el("span", day(last, visit.language)), class_="ends small muted")
    say = visit.reader.say
    signs = el("span", el("i", class_="planned"), say("Planned"), " ", el("i", class_="earned"), say("Delivered"), class_="signs small muted")
    return el("div", picture, ends, signs, class_="small-curve")


class _Scale:
    """Days and shares (0–100) as points of the picture."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._days = first, (last - first).days or 1

    def x(self, when: date) -> float:
        return WIDE * (when - self._first).days / self._days

    def point(self, when: date, share: float) -> str:
        return f"{self.x(when):.1f},{HIGH - HIGH * share / 100:.1f}"

    def steps(self, line: Line) -> str:
        """A line that stays as it was until the day it rises."""
        points, before = [], line.shares[0]
        for when, share in zip(line.days, line.shares, strict=True):
            points += [self.point(when, before), self.point(when, share)]
            before = share
        return " ".join(points)
