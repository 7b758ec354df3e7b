"""Takes each look alone, four times: light and dark, as wide as a desk's window and as a phone."""

import base64
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page

from sandbox.looks.scene import Look

TALL = 2600
"""Of a window in which nothing has to be scrolled, however long it is."""
WIDTHS = (960, 390)
"""A desk's window, and a phone."""
LOADED = "async () => { await document.fonts.ready; await Promise.all([...document.images].map(one => one.decode())); }"
EASEL = """async ({shots, papers, gap, quality}) => {
  const read = async (shot) => {
    const one = new Image();
    one.src = "data:image/png;base64," + shot;
    await one.decode();
    return one;
  };
  const rows = await Promise.all(shots.map((row) => Promise.all(row.map(read))));
  const wide = (row) => row.reduce((sum, one) => sum + one.width + gap, gap);
  const tall = (row) => Math.max(...row.map((one) => one.height)) + 2 * gap;
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(...rows.map(wide));
  canvas.height = rows.reduce((sum, row) => sum + tall(row), 0);
  const paint = canvas.getContext("2d");
  let y = 0;
  rows.forEach((row, at) => {
    paint.fillStyle = papers[at];
    paint.fillRect(0, y, canvas.width, tall(row));
    let x = gap;
    for (const one of row) { paint.drawImage(one, x, y + gap); x += one.width + gap; }
    y += tall(row);
  });
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""
PAPERS = ("#e3e8e4", "#2a3130")
"""Behind the light pictures, and behind the dark ones."""
GAP, QUALITY = 16, 0.42
STILL = """() => {
  for (const one of document.querySelectorAll("[hx-trigger^=every]")) one.remove();
  for (const one of document.querySelectorAll("[data-follow]")) delete one.dataset.follow;
}"""
"""The page neither asks for news nor scrolls to it while it is taken."""
WHOLE = "dialog.form { max-height: none !important }"
"""A form is shown to its end, and not scrolled."""


class Camera:
    def __init__(self, browser: Browser, url: str, folder: Path) -> None:
        self.page = browser.new_page(bypass_csp=True)
        self.easel = browser.new_page()
        self.url = url
        self.folder = folder

    def take(self, look: Look) -> None:
        page = self.page
        page.set_viewport_size({"width": WIDTHS[0], "height": TALL})
        page.goto(self.url + look.address)
        of = look.selector
        if look.press:
            page.locator(of).get_by_role("button", name=look.press).first.click()
            of = "#sure"
        page.locator(of).wait_for()
        page.add_style_tag(content=WHOLE)
        page.evaluate(STILL)
        page.evaluate(LOADED)
        by_width = [_shots(page, of, width) for width in WIDTHS]
        self._hang(look.name, list(zip(*by_width, strict=True)))

    def _hang(self, name: str, shots: Sequence[Sequence[str]]) -> None:
        """Light above dark, the desk's window beside the phone."""
        given = {"shots": shots, "papers": PAPERS, "gap": GAP, "quality": QUALITY}
        picture = base64.b64decode(self.easel.evaluate(EASEL, given))
        (self.folder / f"{name}.webp").write_bytes(picture)


def _shots(page: Page, of: str, width: int) -> list[str]:
    """In light and in dark."""
    page.set_viewport_size({"width": width, "height": TALL})
    return [_shot(page, of, dark=dark) for dark in (False, True)]


def _shot(page: Page, of: str, *, dark: bool) -> str:
    page.emulate_media(color_scheme="dark" if dark else "light")
    return base64.b64encode(page.locator(of).screenshot(animations="disabled")).decode()
