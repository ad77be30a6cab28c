"""Every page at 1280 and 390 px, light and dark, in Dutch and in English: `make screenshots`, into docs/screenshots/."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from integration import ROOT
from tests.browser.kit.running import Running
from tests.browser.kit.screen import browser, opened, person, signed_in

FOLDER = ROOT / "docs" / "screenshots"
CODE = "ZORG-NOORD"
PAGES = {
    "portfolio": "/?",
    "partnership": f"/partnership?p={CODE}",
    "domain": "/domain?d=housing",
    "timeline": f"/timeline?p={CODE}",
    "timelines": "/timeline?",
    "curve": "/timeline?p=GROEN&show=curve",
    "trend": "/timeline?p=GROEN&show=trend",
    "path": "/timeline?p=GROEN&show=path",
    "baselines": "/timeline?p=GROEN&show=baselines",
    "history": "/partnership?p=GROEN&history=milestone.F2",
    "settings": "/settings?",
    "foundation": f"/foundation?p={CODE}",
    "ambition": f"/foundation?p={CODE}&show=ambition",
    "objectives": f"/foundation?p={CODE}&show=objectives",
    "gates": f"/foundation?p={CODE}&show=gates",
    "line": f"/foundation?p={CODE}&show=line",
    "mirror": "/mirror?p=TECH-WEST",
    "scan": "/scan?",
    "import": f"/import?p={CODE}",
    "registers": "/register?",
    "register": f"/register?p={CODE}",
    "decisions": "/register?p=BOUW-OOST&show=decisions",
    "meeting": "/meeting?p=BOUW-OOST",
    "links": f"/links?share=%2Fpartnership%3Fp%3D{CODE}",
    "people": "/people?",
    "audit": "/audit?",
    "update": f"/update?p={CODE}",
    "update-check-in": f"/update?p={CODE}&tab=check-in",
    "update-depth": f"/update?p={CODE}&tab=depth",
    "update-milestone": f"/update?p={CODE}&tab=milestone&m=T3",
    "update-partnership": f"/update?p={CODE}&tab=partnership",
}
KEPT = {"portfolio": "portfolio-1280-light-nl", "partnership": "partnership-390-dark-nl", "update": "update-1280-light-en"}
TALLEST = 4000


def main() -> None:
    """Draw them all; the few that the README shows are kept in git, the rest stands in all/."""
    (FOLDER / "all").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Running(Path(folder) / "demo.duckdb") as app, browser() as shown:
        for width in (1280, 390):
            for scheme in ("light", "dark"):
                for language in ("nl", "en"):
                    for name, path in PAGES.items():
                        draw(shown, app.sign_in_link(), app.address + path + f"&lang={language}", name, width, scheme, language)


def draw(shown: Browser, link: str, address: str, name: str, width: int, scheme: str, language: str) -> None:
    """One page, from its first line to its last."""
    with person(shown, width, scheme, "nl-NL" if language == "nl" else "en-GB") as someone:
        signed_in(someone, link)
        page = opened(someone, address)
        page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
        height = int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(height + 20, TALLEST)})
        page.wait_for_timeout(600)  # charts redraw after a resize, and no event says they are done
        file = f"{name}-{width}-{scheme}-{language}"
        page.screenshot(path=FOLDER / "all" / f"{file}.png")
        if KEPT.get(name) == file:
            page.set_viewport_size({"width": width, "height": 900 if width > 600 else 844})
            page.wait_for_timeout(600)
            page.screenshot(path=FOLDER / f"{file}.png")
        print(f"{file}.png")


if __name__ == "__main__":
    main()
