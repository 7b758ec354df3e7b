"""Walls that the import contracts cannot say: who may import the composition root, and that the contracts bite."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = str(Path(sys.executable).with_name("lint-imports"))
ROOMS = ("bot", "handlers", "storage", "sandbox")


def imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def test_only_tests_import_the_composition_root() -> None:
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]

    assert [file for file in files if "app" in imported(file)] == []


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("bot/leads.py", "import storage", "The fronts, the storage and the sandbox stand above"),
        ("storage/engine.py", "import handlers", "The fronts, the storage and the sandbox stand above"),
        ("bot/leads.py", "import sqlmodel", "The domain is plain Python"),
        ("bot/leads.py", "import bot.services", "Inside the domain"),
        ("handlers/slack/kit/blocks.py", "import sqlalchemy", "The fronts know no SQL"),
        ("storage/engine.py", "import slack_sdk", "The storage knows no Slack"),
    ],
)
def test_a_wall_that_is_broken_is_seen(tmp_path: Path, room: str, line: str, contract: str) -> None:
    for name in ROOMS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / room).open("a") as file:
        file.write(f"\n{line}\n")

    asked = subprocess.run([LINT, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)

    broken = " ".join(asked.stdout.partition("Broken contracts")[2].split())
    assert asked.returncode == 1
    assert contract in broken
