"""The fuzzer's command line; its exit code is 1 if it found something."""

import argparse
import sys

from tests.fuzz import run


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("--requests", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    counts = run(chosen.requests, chosen.seed)
    sys.stdout.write(f"{counts}\n")
    return int(not counts.clean)


if __name__ == "__main__":
    sys.exit(main())
