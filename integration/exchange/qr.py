"""QR codes of addresses, as pictures that a phone's camera reads from a screen or from paper."""

import io

import segno

from integration.palette import INK, WHITE


def qr_png(address: str) -> bytes:
    """The code as PNG."""
    stored = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stored, kind="png", scale=6, border=4, dark=INK, light=WHITE)
    return stored.getvalue()


def qr_svg(address: str) -> str:
    """The code as SVG, to print."""
    return segno.make(address, error="m", micro=False).svg_inline(border=0, dark=INK)
