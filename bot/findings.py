"""What the doctor finds: one line each, and for a fault how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    what: str
    mend: str = ""
    """What to do about it; "" where all is well."""

    def __str__(self) -> str:
        return f"fault  {self.what}\n       {self.mend}" if self.mend else f"ok     {self.what}"
