"""The forms of working time, of how often people hear, and of how long a lead is theirs; with who set it so."""

from collections.abc import Mapping

from bot.errors import Refused
from bot.setup import Setup
from bot.show.changes import Changed
from bot.terms import WINDOWS, Cadences, Hours
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.changes import set_by
from handlers.slack.views import terms_form
from handlers.slack.wording import line

SALES, TALENT, WARM, WINDOW = "sales", "talent", "warm", "window"
DAYS, STARTS, ENDS, WAKES, SLEEPS = "days", "starts", "ends", "wakes", "sleeps"
KEYS = ("days", "working", "waking", WINDOW, *(f"cadence.{name}" for name in (SALES, TALENT, WARM)))
"""The settings that these forms are about."""
MOST_DIGITS = 3
Last = Mapping[str, Changed]


def times_form(setup: Setup, last: Last) -> Block:
    week = [(str(day), line(f"weekday.{day}")) for day in terms_form.WEEK]
    days = inputs.boxes(week, [str(day) for day in setup.days])
    return _form(
        ids.TIMES,
        line("times.title"),
        [
            blocks.section(line("times.hint")),
            inputs.field(DAYS, line("times.days"), days, optional=False),
            *set_by(last.get("days")),
            *_clocks(setup.working, STARTS, ENDS),
            *set_by(last.get("working")),
            *_clocks(setup.waking, WAKES, SLEEPS, hint=line("times.quiet.hint")),
            *set_by(last.get("waking")),
        ],
    )


def _clocks(hours: Hours, starts: str, ends: str, *, hint: str = "") -> list[Block]:
    return [
        inputs.field(starts, line(f"times.{starts}"), inputs.clock(hours.starts), optional=False),
        inputs.field(ends, line(f"times.{ends}"), inputs.clock(hours.ends), optional=False, hint=hint),
    ]


def read_times(values: Values) -> tuple[frozenset[int], Hours, Hours]:
    """Days of the week, working hours, and those in which people may be written to."""
    working = terms_form.read_hours(values, STARTS, ENDS)
    return terms_form.read_days(values), working, terms_form.read_hours(values, WAKES, SLEEPS)


def cadences_form(setup: Setup, last: Last) -> Block:
    held = {SALES: setup.cadences.sales, TALENT: setup.cadences.talent, WARM: setup.cadences.warm}
    fields = [
        block
        for name, days in held.items()
        for block in (
            inputs.field(name, line(f"cadences.{name}"), inputs.typed(str(days)), optional=False),
            *set_by(last.get(f"cadence.{name}")),
        )
    ]
    return _form(ids.CADENCES, line("cadences.title"), [blocks.section(line("cadences.says")), *fields])


def read_cadences(values: Values) -> Cadences:
    sales, talent, warm = (_days(values, name) for name in (SALES, TALENT, WARM))
    return Cadences(sales, talent, warm)


def _days(values: Values, name: str) -> int:
    days = _number(inputs.text(values, name), MOST_DIGITS)
    if days is None:
        raise Refused("not_days", field=name, most=60)
    return days


def _number(typed: str, most_digits: int) -> int | None:
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= most_digits else None


def window_form(setup: Setup, last: Last) -> Block:
    held = inputs.typed(str(setup.window) if setup.window else "")
    days = inputs.field(WINDOW, line("window.days"), held, hint=line("window.days.hint"))
    fields = [blocks.section(line("window.says")), days, *set_by(last.get(WINDOW))]
    return _form(ids.WINDOW, line("window.title"), fields)


def read_window(values: Values) -> int | None:
    """None: it never ends."""
    if not (typed := inputs.text(values, WINDOW).strip()):
        return None
    days = _number(typed, len(str(WINDOWS[-1])))
    if days is None:
        raise Refused("not_days", field=WINDOW, least=WINDOWS[0], most=WINDOWS[-1])
    return days


def _form(callback: str, title: str, fields: list[Block]) -> Block:
    return blocks.modal(title, fields, callback=callback, submit=line("form.save"), close=line("form.cancel"))
