"""`python -m tests.fuzz --requests N --seed S`: throws spoilt payloads at a bot in this process, and looks what comes
back.

Only 2xx and 4xx may, nothing may be logged as a fault, and the memory stays flat. The same seed throws the same things.
"""

from tests.fuzz.throwing import Counts, run

__all__ = ["Counts", "run"]
