"""The forms of the company's working time and of how often people hear; below each field who set it as it is."""

from collections.abc import Mapping

from bot.errors import Refused
from bot.setup import Setup
from bot.show.changes import Changed
from bot.terms import Cadences, Hours
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.changes import set_by
from handlers.slack.views import terms_form
from handlers.slack.wording import line

SALES, TALENT, WARM = "sales", "talent", "warm"
DAYS, STARTS, ENDS, WAKES, SLEEPS = "days", "starts", "ends", "wakes", "sleeps"
KEYS = ("days", "working", "waking", *(f"cadence.{name}" for name in (SALES, TALENT, WARM)))
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
    typed = inputs.text(values, name).strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
        raise Refused("not_days", field=name, most=60)
    return int(typed)


def _form(callback: str, title: str, fields: list[Block]) -> Block:
    return blocks.modal(title, fields, callback=callback, submit=line("form.save"), close=line("form.cancel"))
