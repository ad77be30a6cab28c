"""What the classes of a picture look like: on a page in the colours of its theme, in a file in those of paper."""

from collections.abc import Mapping
from string import Template

from integration.palette import CHANCES, CONE, LIGHT, PALE, SOFT, TRACK, WHITE

FONT = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif"
TONES = ("done", "late", "running", "target", "waiting", "muted", "ink", "grid", "band", "closed", "paper", "track", "cone")
RULES = """
.picture text { font-family: $font; font-size: 14px; fill: $ink; }
.picture .tiny { font-size: 12.5px; }
.picture .halo { paint-order: stroke; stroke: $paper; stroke-width: 5px; stroke-linejoin: round; }
.picture .faint { fill: $muted; }
.picture .bold { font-weight: 600; }
.picture line, .picture polyline { fill: none; stroke-width: 1; }
.picture .thick { stroke-width: 2; }
.picture .fat { stroke-width: 3; }
.picture .bone { stroke-width: 6; }
.picture .dots { stroke-dasharray: 2 3; }
.picture .dashes { stroke-dasharray: 7 4; }
.picture .f-clear { fill: transparent; }
.picture .edged { stroke: $paper; stroke-width: 1.2; }
"""
SHARES = {"low": 14, "middle": 28, "high": 48}
PAGE = {
    "font": "var(--st-font)",
    "ink": "var(--st-text-color)",
    "muted": "var(--st-gray-text-color)",
    "grid": "var(--st-border-color)",
    "paper": "var(--st-background-color)",
    "done": "var(--st-green-color)",
    "late": "var(--st-red-color)",
    "running": "var(--st-blue-color)",
    "target": "var(--st-yellow-color)",
    "waiting": "var(--st-gray-color)",
    "band": "color-mix(in srgb, var(--st-primary-color) 7%, transparent)",
    "closed": "color-mix(in srgb, var(--st-text-color) 9%, transparent)",
    "track": "color-mix(in srgb, var(--st-text-color) 13%, transparent)",
    "cone": "color-mix(in srgb, var(--st-blue-color) 22%, transparent)",
    **{level: f"var(--st-{colour}-background-color)" for level, colour in (("high", "red"), ("middle", "yellow"), ("low", "green"))},
    **{
        f"chance-{level}": f"color-mix(in srgb, var(--st-blue-color) {share}%, var(--st-background-color))"
        for level, share in (("low", 14), ("middle", 28), ("high", 48))
    },
}
PAPER = {
    "font": FONT,
    "ink": LIGHT.ink,
    "muted": LIGHT.muted,
    "grid": LIGHT.rule,
    "paper": WHITE,
    "done": LIGHT.done,
    "late": LIGHT.late,
    "running": LIGHT.running,
    "target": LIGHT.target,
    "waiting": LIGHT.waiting,
    "band": SOFT,
    "closed": TRACK,
    "track": TRACK,
    "cone": CONE,
    **{level: PALE[colour] for level, colour in (("high", "red"), ("middle", "amber"), ("low", "green"))},
    **{f"chance-{level}": colour for level, colour in CHANCES.items()},
}


def stylesheet(colours: Mapping[str, str]) -> str:
    """The rules for these colours."""
    fills = "".join(f".picture .f-{tone} {{ fill: {colours[tone]}; }}\n" for tone in TONES)
    # After the fills: a mark may have both, and what is only a line has no fill.
    strokes = "".join(f".picture .s-{tone} {{ stroke: {colours[tone]}; }}\n" for tone in TONES)
    fields = "".join(f".picture .g-{level} {{ fill: {colours[level]}; }}\n" for level in colours if level.rpartition("-")[2] in CHANCES)
    return Template(RULES).substitute(colours) + fills + strokes + fields
