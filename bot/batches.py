"""What is due is done together, in one transaction; where something in it is broken, without that.

A batch that fails leaves nothing behind and is tried in halves, down to the one thing that cannot be done. That is put
off, so that it neither starves the others nor fails at every tick. If the database itself is gone, so is putting off,
and the fault is raised.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from bot.errors import trace
from bot.leads import Lead
from bot.store import Store, Unit
from bot.values import replace

log = logging.getLogger(__name__)

PUT_OFF = timedelta(hours=1)
"""Until something that could not be done is tried again."""

T = TypeVar("T")


@dataclass(frozen=True)
class Batch(Generic[T]):
    """One kind of thing that falls due."""

    what: str
    """For the log."""
    due: Callable[[Unit], Sequence[T]]
    name: Callable[[T], int]
    """Of one of them: the number of a lead, a person, a win."""
    do: Callable[[Unit, Sequence[T]], None]
    """All of these; afterwards they are not due any more."""
    put_off: Callable[[Unit, T], None]
    """It is not due for a while, and nothing else of it changes."""


def of_leads(
    field: str,
    due: Callable[[Unit], Sequence[Lead]],
    do: Callable[[Unit, Sequence[Lead]], None],
    *,
    now: datetime,
) -> Batch[Lead]:
    """Leads that fall due by the moment in this field."""

    def put_off(unit: Unit, lead: Lead) -> None:
        later: dict[str, Any] = {field: now + PUT_OFF}
        unit.save(replace(unit.lead(lead.id), **later))

    return Batch(f"{field} of lead", due, lambda lead: lead.id, do, put_off)


def carry_out(store: Store, batch: Batch[T], only: frozenset[int] | None = None) -> int:
    """Do what is due, or `only` those of it; returns how much that was."""
    items: Sequence[T] = ()
    try:
        with store.write() as unit:
            items = [item for item in batch.due(unit) if only is None or batch.name(item) in only]
            batch.do(unit, items)
    except Exception as fault:
        if not items:
            raise
        _apart(store, batch, items, fault)
    return len(items)


def _apart(store: Store, batch: Batch[T], items: Sequence[T], fault: Exception) -> None:
    names = sorted({batch.name(item) for item in items})
    if len(names) > 1:
        for some in (names[: len(names) // 2], names[len(names) // 2 :]):
            carry_out(store, batch, frozenset(some))
        return
    log.error("%s %s cannot be done now and is put off:\n%s", batch.what, names[0], trace(fault))
    with store.write() as unit:
        for item in items:
            batch.put_off(unit, item)
