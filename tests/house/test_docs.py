"""The docs are held to the house: their commands run as written, their links lead somewhere."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.processes import started

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


def commands() -> list[tuple[str, str]]:
    return [
        (doc.name, line.split("  #")[0].strip())
        for doc in DOCS
        for block in FENCE.findall(doc.read_text())
        for line in block.splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]


def documented(program: str) -> list[tuple[str, list[str]]]:
    return [(doc, shlex.split(line)) for doc, line in commands() if program in shlex.split(line)]


@pytest.mark.parametrize(("doc", "command"), documented("make"))
def test_every_make_target_in_the_docs_exists(doc: str, command: list[str]) -> None:
    asked = subprocess.run(["make", "--dry-run", *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)

    assert asked.returncode == 0, f"{doc}: {asked.stderr}"


@pytest.mark.parametrize(("doc", "command"), documented("app.py"))
def test_every_command_of_the_app_in_the_docs_is_understood(doc: str, command: list[str]) -> None:
    """Without any settings it says what is missing; a word that it does not know is another fault."""
    words = command[command.index("app.py") + 1 :]
    with started({}, *words) as asked:
        _, said = asked.ends()

    assert "SLACK_BOT_TOKEN" in said, f"{doc}: {said}"


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_link_in_the_docs_leads_somewhere(doc: Path) -> None:
    missing = [link for link in LINK.findall(doc.read_text()) if not (doc.parent / link).exists()]

    assert not missing
