"""What a service says when it will not do as asked."""


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
