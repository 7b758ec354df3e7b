"""The page on security: each requirement has its row, and each test that a row names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text()
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
ROWS = re.findall("^\\| ([\\d.]+)(?:\N{EN DASH}([\\d.]+))? \\| (.+) \\| (.+) \\|$", PAGE, re.MULTILINE)

LAST = """
    1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
    2.1:3 2.2:3 2.3:4 2.4:1
    4.1:3 4.2:1 4.3:2 4.4:4
    5.1:1 5.2:3 5.3:2 5.4:3
    6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
    7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
    8.1:2 8.2:3 8.3:1 8.4:1
    9.1:3 9.2:4
    11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
    12.1:3 12.2:2 12.3:4
    13.1:1 13.2:5 13.3:2 13.4:5
    14.1:2 14.2:4 14.3:3
    15.1:3 15.2:3 15.3:7
    16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
"""
"""Sections of ASVS 5.0, each with its last requirement of levels 1 and 2, for the chapters that apply.

https://github.com/OWASP/ASVS/tree/v5.0.0_release/5.0/docs_en
"""


def _numbers(first: str, last: str) -> set[str]:
    section, _, begins = first.rpartition(".")
    return {f"{section}.{number}" for number in range(int(begins), int((last or first).rpartition(".")[2]) + 1)}


def test_each_requirement_of_both_levels_has_a_row() -> None:
    sections = [pair.split(":") for pair in LAST.split()]
    wanted = {number for section, last in sections for number in _numbers(f"{section}.1", f"{section}.{last}")}

    told = {number for first, last, _, _ in ROWS for number in _numbers(first, last)}

    assert sorted(wanted - told) == []
    assert all(about and shown for _, _, about, shown in ROWS)


@pytest.mark.parametrize(("file", "name"), NAMED, ids=lambda part: Path(part).stem)
def test_each_test_that_is_named_exists(file: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / file).read_text()
