"""`python -m sandbox.pictures` (`make pictures`): takes the docs' pictures of people at work in the sandbox."""

import base64
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from sandbox.server import Sandbox
from sandbox.stage import ROOT, Stage

PICTURES = ROOT / "docs" / "pictures"
WIDTH, PANE = 1280, 608
"""Of a picture, and of each of the two windows in it; the page shows itself there as on a small tablet."""
FRAME = (
    '<!doctype html><body style="margin:0;padding:18px 20px 20px;display:flex;gap:24px;background:#e9eee9;'
    'color:#1d2a26">{panes}</body>'
)
WINDOW = (
    '<figure style="margin:0"><figcaption style="margin:0 4px 10px;font:600 15px system-ui,sans-serif">{caption}'
    '</figcaption><img alt="" width="{width}" src="data:image/png;base64,{shot}" style="display:block;'
    'border-radius:14px;box-shadow:0 2px 14px rgb(0 0 0/.16)"></figure>'
)


class Camera:
    def __init__(self, browser: Browser, sandbox: Sandbox) -> None:
        self.browser = browser
        self.sandbox = sandbox

    def window(self, who: str, where: str, *, of: str = ".room", height: int = 560) -> bytes:
        """What one person sees in one place; `of` it, the part that the selector names."""
        page = self.browser.new_page(viewport={"width": PANE, "height": height})
        page.goto(f"{self.sandbox.url}/as/{who}/{where}")
        page.locator(of).wait_for()
        page.evaluate("document.fonts.ready")
        shot = page.locator(of).screenshot()
        page.close()
        return shot

    def side_by_side(self, name: str, *windows: tuple[str, bytes]) -> None:
        """One picture of some windows, each under its caption."""
        panes = (
            WINDOW.format(caption=caption, width=PANE, shot=base64.b64encode(shot).decode())
            for caption, shot in windows
        )
        page = self.browser.new_page(viewport={"width": WIDTH, "height": 100})
        page.set_content(FRAME.format(panes="".join(panes)))
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
        page.close()


def take(camera: Camera, sandbox: Sandbox) -> None:
    """Erin gives a lead, Ravi works and wins it, and at each step it is seen what both see."""
    erin, ravi = sandbox.human("erin"), sandbox.human("ravi")

    def minutes(number: float) -> None:
        sandbox.moves_to(sandbox.world.now() + timedelta(minutes=number))

    erin.types("/lead Acme, Jane Doe, jane@acme.example, needs payroll in Spain", "general")
    form = camera.window("erin", "general", of="dialog.form", height=760)
    erin.submits()
    minutes(0)
    camera.side_by_side(
        "give", ("Erin types a line and sees this", form), ("and gets this", camera.window("erin", "dm"))
    )

    ravi.clicks("I'll take it")
    minutes(0)
    ravi.clicks("Spoke to them", on=ravi.dms()[-1])
    ravi.sets("word", "Jane was glad that you thought of her. We meet on Thursday.")
    ravi.submits()
    minutes(2)
    card = camera.window("wanda", "leads", height=450)
    camera.side_by_side(
        "main-job",
        ("What everybody sees in #leads", card),
        ("What Erin hears, who gave it", camera.window("erin", "dm", height=450)),
    )

    ravi.clicks("More…", on=ravi.dms()[-1])
    ravi.clicks("Won")
    ravi.sets("thanks", "Erin, you heard what they needed before they said it. Thank you!")
    ravi.sets("may_name", ["Yes, the customer agrees to be named"])
    ravi.submits()
    minutes(2)
    wins = camera.window("wanda", "wins", height=440)
    camera.side_by_side(
        "win", ("What everybody sees in #wins", wins), ("What Erin gets", camera.window("erin", "dm", height=440))
    )


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Stage(folder=Path(folder) / "sandbox", port=0) as stage:
        stage.tell_last_week()
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            take(Camera(chromium, stage.sandbox), stage.sandbox)
            chromium.close()


if __name__ == "__main__":
    main()
