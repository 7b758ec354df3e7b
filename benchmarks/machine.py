"""The machine that a table was made on, without its name."""

import os
import platform
from pathlib import Path

GIB = 1 << 30


def machine() -> str:
    """One line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB
    busy = Path("/proc/loadavg").read_text().split()[0]
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release().split('-')[0]}, load {busy}"
    )
