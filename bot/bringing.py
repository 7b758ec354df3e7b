"""`python app.py import`: a list of leads that was kept elsewhere, tried or brought in, with a report a row."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from signal import SIGINT, signal
from threading import Event, current_thread, main_thread

from bot import sheets
from bot.ahead import Ahead
from bot.colleagues import Colleagues
from bot.errors import Crossed, Refused
from bot.importing import Duplicates, Outcome, Row
from bot.patience import Clock
from bot.reports import SAID, Progress, Report
from bot.services.importing import import_rows, importer, rehearse, sum_up
from bot.services.sifting import Order
from bot.sheets import Sheet
from bot.store import Store
from bot.strides import REST, Strides
from bot.whereabouts import regions

INTERRUPTED = 130
"""The exit code of what ended before its end, as by Ctrl-C; https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html"""
NOBODY = (
    "Nobody administers Leadloop yet, in whose name the list would come in. Open its Home tab in Slack once, as an "
    "owner or admin of the workspace, and run this again."
)
Words = Callable[[Refused], str]
Lines = tuple[int, list[str]]
"""The exit code, and what to print."""


@dataclass(frozen=True)
class House:
    """What the command works with."""

    store: Callable[[], AbstractContextManager[Store]]
    words: Words
    """Why a row cannot come in."""
    platform: str
    clock: Clock


def ask_for(parser: ArgumentParser) -> None:
    """The words of the command line."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a CSV file, as any spreadsheet writes it")
    parser.add_argument("--template", action="store_true", help="print a list to begin with")
    parser.add_argument("--dry-run", action="store_true", help="only report what would become of each row")
    parser.add_argument(
        "--duplicates",
        choices=[*map(str, Duplicates)],
        default=str(Duplicates.JOIN),
        help="what is here already: join it, so that both are named who gave it; skip it; add it as another, linked",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="where the report goes, if not beside the list")


def run(house: House, asked: Namespace) -> Lines:
    if asked.template:
        return 0, [sheets.template()]
    if asked.file is None:
        return 2, ["Which list? Name its file, or print a --template."]
    try:
        return _read(house, asked, asked.report or asked.file.with_suffix(".report.csv"))
    except Refused as refused:
        return 1, [house.words(refused)]
    except OSError as error:
        if error.filename is None:  # it is none of the two files
            raise
        return 1, [f"{error.filename}: {error.strerror}."]


def _read(house: House, asked: Namespace, report: Path) -> Lines:
    if report.resolve() == asked.file.resolve():
        return 2, ["The report would be written over the list: name another file."]
    sheet = sheets.read(asked.file.read_bytes())
    with house.store() as store, report.open("w", encoding="utf-8-sig", newline="") as file:
        return _run(house, store, asked, sheet, Report(file, house.words))


def _run(house: House, store: Store, asked: Namespace, sheet: Sheet, report: Report) -> Lines:
    now = house.clock()
    with store.read() as unit:
        by, colleagues = importer(unit), Colleagues(unit.everybody(house.platform))
        if by is None:
            return 1, [NOBODY]
        who = unit.person(by)
    order = Order(by, sheet.digest, Duplicates(asked.duplicates), colleagues)
    work = partial(rehearse, ahead=Ahead()) if asked.dry_run else import_rows
    some = partial(work, store, order=order, now=now)
    progress = Progress(len(sheet.lines), sys.stderr, rest=0 if asked.dry_run else REST)
    whole = _each(some, sheet.rows(regions=regions(who.zone, who.locale), now=now), report, progress)
    if whole and not asked.dry_run:
        sum_up(store, order, asked.file.name, Path(report.path).name, report.fates, now=house.clock())
    return (0 if whole else INTERRUPTED), [*_told(asked, sheet, report, whole=whole)]


def _each(
    work: Callable[[Sequence[Row]], list[Outcome]], rows: Iterator[Row], report: Report, progress: Progress
) -> bool:
    """Some rows at a time; false if it ended before the last."""
    strides = Strides()
    try:
        with _until_asked_to_stop() as stop:
            while not stop.is_set() and (some := list(islice(rows, strides.many))):
                with strides.timed():
                    report.add(work(some))
                progress.at(some[-1].number - 1)
            return not stop.is_set()
    except Crossed:
        return False
    finally:
        progress.end()


@contextmanager
def _until_asked_to_stop() -> Iterator[Event]:
    """By Ctrl-C: what is in hand is finished, which takes a tenth of a second."""
    stop = Event()
    if current_thread() is not main_thread():  # which alone hears signals
        yield stop
        return
    before = signal(SIGINT, lambda *_: stop.set())
    try:
        yield stop
    finally:
        signal(SIGINT, before)


def _told(asked: Namespace, sheet: Sheet, report: Report, *, whole: bool) -> Iterator[str]:
    many = sum(report.fates.values())
    yield f"{asked.file.name}: {many:,} {'row' if many == 1 else 'rows'}."
    yield from (f"{report.fates[fate]:>9,} {said}" for fate, said in SAID.items() if report.fates[fate])
    if sheet.left_out:
        yield f"Nobody knows these columns, and they are left out: {', '.join(sheet.left_out)}."
    if not whole:
        yield "Ended before the last row. What is in stays in: run it again, and it goes on from there."
    elif asked.dry_run:
        yield "Nothing was changed. Without --dry-run it is done."
    yield f"What becomes of each row: {report.path}"
