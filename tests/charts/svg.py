"""A drawing read back: its elements by kind, and the words that stand on it."""

from xml.etree import ElementTree

from integration.charts.picture import Drawing

SVG = "{http://www.w3.org/2000/svg}"
Element = ElementTree.Element


def elements(drawing: Drawing, tag: str, kind: str = "") -> list[Element]:
    """The elements with a tag, of a class; read as XML, so that a picture that is none fails here."""
    root = ElementTree.fromstring(drawing.svg("picture", "in words"))
    root.remove(root[0])  # its patterns
    return [one for one in root.iter(SVG + tag) if kind in one.get("class", "").split() or not kind]


def at(one: Element, name: str) -> float:
    """A number of an element."""
    return float(one.get(name, "0"))


def words(drawing: Drawing) -> list[str]:
    """Every line of words on it."""
    return [one.text or "" for one in elements(drawing, "text")]


def tips(drawing: Drawing) -> str:
    """What its marks say."""
    root = ElementTree.fromstring(drawing.svg("picture", "in words"))
    return "\n".join(one.get("data-tip", "") for one in root.iter())


def within(drawing: Drawing) -> bool:
    """Whether every line of words begins, or ends, on the sheet."""
    return all(-1 <= at(one, "x") <= drawing.width + 1 and 0 <= at(one, "y") <= drawing.height for one in elements(drawing, "text"))
