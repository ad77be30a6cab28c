"""The files of a pack: which kinds there are, and making one from a snapshot; the same snapshot always gives the same bytes."""
from integration.model.text import Language
def made(kind, language, content, told): return b""
