"""`python -m sandbox.looks` (`make looks`): tells the story of all that the bot says, and writes docs/looks.md anew.

With names of entries, as in `python -m sandbox.looks receipt card`, only their pictures are taken.
"""

import shutil
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from playwright.sync_api import sync_playwright

from sandbox.looks.camera import Camera
from sandbox.looks.chapters import CHAPTERS
from sandbox.looks.page import written
from sandbox.looks.scene import BEGINS, Look, Scene
from sandbox.looks.sections import SECTIONS
from sandbox.stage import LAST_WEEK, ROOT, Stage

DOCS = ROOT / "docs"
PICTURES = DOCS / "looks"
PATIENCE = 0.2
"""Nobody waits for these messages: they may come faster than Slack would take them."""


def main(only: Collection[str]) -> None:
    if not only:
        shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Stage(folder=Path(folder) / "sandbox", port=0, begins=BEGINS + LAST_WEEK, patience=PATIENCE) as stage,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        camera = Camera(chromium, stage.sandbox.url, PICTURES)
        scene = Scene(stage.sandbox, stage.pass_time, lambda look: _take(camera, look, only), stage.brings)
        for tell in CHAPTERS:
            tell(scene)
        chromium.close()
    (DOCS / "looks.md").write_text(written(SECTIONS))


def _take(camera: Camera, look: Look, only: Collection[str]) -> None:
    if not only or look.name in only:
        camera.take(look)


if __name__ == "__main__":
    main(sys.argv[1:])
