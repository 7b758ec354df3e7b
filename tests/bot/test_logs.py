"""What a log gets of a fault: where it happened and of what kind it was, and nothing that somebody typed."""

import logging
import sys

from bot.logs import Frames

TYPED = "Key (email)=(jane@acme.example) is there already"


def logged(*, at_fault: bool) -> str:
    found = sys.exc_info() if at_fault else (None, None, None)
    return Frames("%(message)s").format(logging.LogRecord("x", logging.ERROR, __file__, 1, "It failed", None, found))


def number_of(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as cause:
        raise OSError(typed) from cause


def test_the_text_of_a_fault_and_of_its_cause_stays_out() -> None:
    try:
        number_of(TYPED)
    except OSError:
        said = logged(at_fault=True)

    assert "ValueError" in said
    assert "OSError" in said
    assert __file__ in said
    assert "jane@" not in said


def test_a_line_without_a_fault_is_a_line() -> None:
    assert logged(at_fault=False).strip() == "It failed"
