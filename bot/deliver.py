"""What a front answers when it could not say something."""


class TryLater(Exception):
    """It was surely not said; worth another attempt in so many seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.after = after


class Undeliverable(Exception):
    """It was surely not said, and will not be until somebody mends what `why` names."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Unsure(Exception):
    """It may have been said, or may be yet: time-out, reset, 5xx."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
