"""Colours have one home, and read as words do: enough contrast in either scheme."""

import re

import pytest

from integration import ROOT, palette

HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?![\w-])")
# Pictures carry their own colours; all else asks the palette.
HOMES = {"integration/palette.py", ".streamlit/config.toml"}
FILES = [file for folder in ("integration", "pages") for file in (ROOT / folder).rglob("*") if file.suffix in (".py", ".css", ".js", ".typ", ".html")]


def test_no_colour_stands_outside_the_palette():
    found = {file.relative_to(ROOT).as_posix(): HEX.findall(file.read_text("utf-8")) for file in FILES}

    assert {name: colours for name, colours in found.items() if colours and name not in HOMES} == {}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_words_can_be_read_on_what_they_stand_on(theme):
    assert min(contrast(getattr(theme, name), theme.paper) for name in ("ink", "muted", "bad", "main")) >= 4.5
    assert contrast(theme.on, theme.main) >= 4.5


@pytest.mark.parametrize("tone", palette.STRONG)
def test_a_tone_of_a_report_can_be_read_on_white(tone):
    assert contrast(palette.STRONG[tone], palette.WHITE) >= 4.5
    assert contrast(palette.INK, palette.PALE[tone]) >= 7
