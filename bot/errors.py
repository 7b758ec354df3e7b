"""What a service says when it will not do as asked; and what may be said of a fault that nobody expected."""

import traceback
from collections.abc import Iterator


class Refused(Exception):
    """A refusal, as a code and facts; the front words it, escapes it and says it privately.

    Nothing has changed in the database when it is raised. Facts are ids, names and numbers, never contact data.
    """

    def __init__(self, code: str, *, field: str | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        """The field of a form that the sentence belongs under, by the domain's name for it."""
        self.facts = facts


class NoSuchLead(Refused):
    """There is no such lead, or it is not this person's to see: both read the same."""

    def __init__(self) -> None:
        super().__init__("no_such_lead")


class Crossed(Exception):
    """Two changes waited for each other, and this one was given up for the other: nothing of it has happened."""


def trace(fault: BaseException) -> str:
    """Where it happened and what kind it was, a line each: an exception's own text may hold what somebody typed."""
    return "\n".join(_frames(fault))


def _frames(fault: BaseException) -> Iterator[str]:
    cause = fault.__cause__ or fault.__context__
    if cause:
        yield from _frames(cause)
    yield type(fault).__qualname__
    for frame in traceback.extract_tb(fault.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
