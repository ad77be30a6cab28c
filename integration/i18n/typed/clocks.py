"""Times of the day as people type them."""

import re

TYPED = re.compile(r"(\d{1,2})(?:\s*(?:[:.hu]|uur)\s*(\d{2})?)?(?:\s*(?:uur|u|h))?|(\d{2})(\d{2})", re.IGNORECASE)


def typed_clock(words: str) -> str:
    """A time such as 9.30, 14u or 1430 as 09:30, 14:00 or 14:30; what is none stays as it was typed."""
    found = TYPED.fullmatch(words.strip())
    if found is None:
        return words.strip()
    hours, minutes = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else words.strip()
