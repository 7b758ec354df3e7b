"""The form of a person's own terms, filled with what holds now; and the day before which one lead is silent."""

from datetime import date

from bot.errors import Refused
from bot.show.terms import TermsView
from bot.terms import Hours, Rhythm, Terms
from handlers.slack.kit import blocks, ids, inputs, reading
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.wording import line

RHYTHM, NOT_BEFORE, STARTS, ENDS, DAYS = "rhythm", "not_before", "starts", "ends", "days"
WEEK = range(1, 8)


def terms_form(view: TermsView, *, metadata: str = "") -> Block:
    company = [blocks.divider(), *blocks.actions(blocks.button(line("button.company"), "company", 0))]
    return blocks.modal(
        line("terms.title"),
        [*_hearing(view), *working_time(view.days.working, view.days.days), *(company if view.admin else [])],
        callback=ids.TERMS,
        submit=line("form.save"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def _hearing(view: TermsView) -> list[Block]:
    rhythms = [(rhythm.value, line(f"terms.rhythm.{rhythm}")) for rhythm in Rhythm]
    how = inputs.radio(rhythms, view.days.rhythm)
    return [
        inputs.field(RHYTHM, line("terms.rhythm"), how, optional=False, hint=line("terms.rhythm.hint")),
        inputs.field(
            NOT_BEFORE, line("terms.not_before"), inputs.day(view.not_before), hint=line("terms.not_before.hint")
        ),
    ]


def working_time(hours: Hours, days: frozenset[int]) -> list[Block]:
    week = [(str(day), line(f"weekday.{day}")) for day in WEEK]
    return [
        inputs.field(STARTS, line("terms.starts"), inputs.clock(hours.starts), optional=False),
        inputs.field(ENDS, line("terms.ends"), inputs.clock(hours.ends), optional=False, hint=line("terms.ends.hint")),
        inputs.field(DAYS, line("terms.days"), inputs.boxes(week, [str(day) for day in days]), optional=False),
    ]


def read_terms(values: Values) -> Terms:
    """Raises Refused for the field that is wrong."""
    return Terms(
        _rhythm(inputs.chosen(values, RHYTHM)),
        hours=read_hours(values, STARTS, ENDS),
        days=read_days(values),
        not_before=reading.day(inputs.chosen_day(values, NOT_BEFORE), field=NOT_BEFORE),
    )


def read_hours(values: Values, starts: str, ends: str) -> Hours:
    begins, until = (reading.clock(inputs.chosen_time(values, name), field=name) for name in (starts, ends))
    return Hours(begins, until)


def read_days(values: Values) -> frozenset[int]:
    return frozenset(day for day in WEEK if str(day) in inputs.ticked(values, DAYS))


def _rhythm(chosen: str) -> Rhythm:
    try:
        return Rhythm(chosen)
    except ValueError:
        raise Refused("needed", field=RHYTHM) from None


def snooze_form(title: str, *, metadata: str) -> Block:
    until = inputs.field(NOT_BEFORE, line("terms.not_before"), inputs.day(), optional=False, hint=line("snooze.hint"))
    return blocks.modal(
        line("snooze.title"),
        [blocks.context(title), until],
        callback=ids.SNOOZE,
        submit=line("form.save"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def read_snooze(values: Values) -> date:
    day = reading.day(inputs.chosen_day(values, NOT_BEFORE), field=NOT_BEFORE)
    if day is None:
        raise Refused("needed", field=NOT_BEFORE)
    return day
