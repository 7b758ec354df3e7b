"""The long proof, and the table in docs/testing.md: `make soak`, or with smaller counts, as arguments.

python -m tests.faults.soak --schedules 300 --minutes 5 --crashes 10 --operations 1000 --races 60 --mutants 24
"""

import argparse
import atexit
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from multiprocessing import get_context
from time import monotonic

from tests.faults.answering import CASES, PROMISED, answers
from tests.faults.crashes import crashes
from tests.faults.hour import A_SECOND, flat, soaked
from tests.faults.mistakes import MUTANTS
from tests.faults.mutants import judged
from tests.faults.points import points, proves
from tests.faults.races import races
from tests.faults.running import Proving
from tests.faults.schedule import drawn
from tests.fuzz import run as fuzz

ENGINES = ["sqlite", "postgresql"]
ONE_IN = 6
"""Of so many schedules one runs on PostgreSQL."""
FLAT = {"memory": 1.1, "files": 1.1, "usual": 1.5}
"""By what factor each may grow from the first to the last part of the soak; the leads grow more than tenfold."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    many: str
    came: str
    seconds: float
    faults: int = 0

    def __str__(self) -> str:
        return f"| {self.what} | {self.many} | {self.came} | {self.seconds:.0f} s |"


@cache
def proving() -> Proving:
    made = Proving()
    atexit.register(made.close)
    return made


def _schedule(asked: tuple[int, str]) -> tuple[str, list[str]]:
    schedule = drawn(*asked)
    wrong = proving().proves(schedule)
    return f"{asked[0]} {asked[1]}", [str(schedule), *wrong] if wrong else []


def _point(asked: tuple[str, int]) -> tuple[str, list[str]]:
    operation, step = list(points(asked[0]))[asked[1]]
    return f"{operation.name}: {step.name} on {asked[0]}", proves(proving(), asked[0], operation, step)


def schedules(wanted: argparse.Namespace) -> Iterator[Row]:
    """From the first seed on."""
    seeds = range(wanted.first, wanted.first + wanted.schedules)
    for engine in wanted.engines:
        these = [(seed, engine) for seed in seeds if (seed % ONE_IN == 0) == (engine == "postgresql")]
        yield _spread(wanted, f"schedules on {engine}", _schedule, these, f"seeds {seeds.start} to {seeds.stop - 1}")


def kill_points(wanted: argparse.Namespace) -> Iterator[Row]:
    for engine in wanted.engines:
        these = [(engine, n) for n, _ in enumerate(points(engine))][: wanted.points]
        yield _spread(wanted, f"kill points on {engine}", _point, these, "each operation at each step")


def _spread(
    wanted: argparse.Namespace,
    what: str,
    tries: Callable[..., tuple[str, list[str]]],
    these: list[tuple[int, str]] | list[tuple[str, int]],
    which: str,
) -> Row:
    """Over so many processes; what fails is printed whole."""
    began, failed = monotonic(), list[str]()
    with ProcessPoolExecutor(wanted.workers, mp_context=get_context("spawn")) as workers:
        for name, wrong in workers.map(tries, these):
            if wrong:
                print(f"FAILED {name}", *wrong, sep="\n", flush=True)
                failed.append(name)
    came = f"{len(failed)} failed {', '.join(failed)}".strip()
    return Row(what, f"{len(these)}, {which}", came, _since(began), len(failed))


def stopped(wanted: argparse.Namespace) -> Iterator[Row]:
    began = monotonic()
    many, operations, wrong = crashes(proving(), wanted.crashes, wanted.operations)
    print(*wrong, sep="\n")
    times = f"{many} in {operations} operations"
    yield Row("PostgreSQL stopped hard and started", times, _wrong(wrong), _since(began), len(wrong))


def raced(wanted: argparse.Namespace) -> Iterator[Row]:
    began = monotonic()
    wrong = races(proving(), wanted.races)
    print(*wrong, sep="\n")
    yield Row("races over three replicas", f"{wanted.races}", _wrong(wrong), _since(began), len(wrong))


def soak(wanted: argparse.Namespace) -> Iterator[Row]:
    began = monotonic()
    looks, wrong = soaked(proving(), wanted.minutes)
    print(*wrong, sep="\n")
    for name, (first, last) in flat(looks).items():
        grows = f"{first:.3g} → {last:.3g}"
        rises = name in FLAT and last > first * FLAT[name]
        yield Row(f"soak: {name}", f"{wanted.minutes} min at {A_SECOND}/s", grows, _since(began), int(rises))
    yield Row("soak: nothing lost or doubled", f"{wanted.minutes} min", _wrong(wrong), _since(began), len(wrong))


def answered(wanted: argparse.Namespace) -> Iterator[Row]:
    for engine, case in product(wanted.engines, CASES):
        began = monotonic()
        took = answers(proving(), case, wanted.answers, engine)
        half, most = took[len(took) // 2], took[int(len(took) * 0.99)]
        came = f"p50 {half:.3f} s, p99 {most:.3f} s"
        late = int(most >= PROMISED)
        yield Row(f"answers on {engine} while {case}", f"{len(took)}", came, _since(began), late)


def fuzzed(wanted: argparse.Namespace) -> Iterator[Row]:
    """Shared by processes of their own, whose memory is looked at."""
    began, seeds = monotonic(), range(1, wanted.workers + 1)
    with ProcessPoolExecutor(wanted.workers, mp_context=get_context("spawn")) as workers:
        for counts in workers.map(fuzz, [wanted.fuzz // wanted.workers] * wanted.workers, seeds):
            print(counts, flush=True)
            by_status = ", ".join(f"{status}: {many}" for status, many in sorted(counts.statuses.items()))
            came = f"{by_status}; memory {counts.grown:+.0f} MB"
            many = f"{counts.statuses.total()}, seed {counts.seed}"
            yield Row("spoilt requests", many, came, _since(began), int(not counts.clean))


def mutants(wanted: argparse.Namespace) -> Iterator[Row]:
    began = monotonic()
    free = [mutant.name for mutant, caught, _ in judged(MUTANTS[: wanted.mutants]) if not caught]
    many = len(MUTANTS[: wanted.mutants])
    came = f"{many - len(free)} caught" + (f", not {', '.join(free)}" if free else "")
    yield Row("mistakes put in", f"{many}", came, _since(began), len(free))


def _wrong(faults: list[str]) -> str:
    return f"{len(faults)} wrong" if faults else "0 lost, 0 doubled"


def _since(began: float) -> float:
    return monotonic() - began


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "schedules": schedules,
    "points": kill_points,
    "crashes": stopped,
    "races": raced,
    "minutes": soak,
    "answers": answered,
    "fuzz": fuzzed,
    "mutants": mutants,
}
"""By the argument that says how many; none of it, and that part is left out."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak", description="The long proof.")
    counts = {"schedules": 10_000, "points": 1_000, "crashes": 100, "races": 1_000, "fuzz": 1_000_000}
    counts["mutants"] = len(MUTANTS)
    for name, many in counts.items():
        parser.add_argument(f"--{name}", type=int, default=many)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--answers", type=int, default=400)
    parser.add_argument("--first", type=int, default=10_000, help="the first seed")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--engines", nargs="+", default=ENGINES, choices=ENGINES, help="of schedules, kill points and answers"
    )
    wanted = parser.parse_args(arguments)
    rows = list[Row]()
    for name, part in PARTS.items():
        if getattr(wanted, name):
            for row in part(wanted):
                print(row, flush=True)
                rows.append(row)
    print("\n| what | how many | what came of it | time |\n|---|---|---|---|", *rows, sep="\n")
    return min(1, sum(row.faults for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
