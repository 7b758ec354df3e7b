"""Lists that admins bring from the platform, and the rows that wait in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from bot import privacy
from bot.errors import NoSuchLead
from bot.ids import IncomingId
from bot.importing import Fate, Outcome
from bot.incoming import AT_WORK, Incoming, Told, Waiting, kept
from bot.leads import Given
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, due, row_of
from storage.tables import incoming, waiting_rows

_INCOMING = select(*columns(incoming, Incoming))
_TOLD = select(*columns(waiting_rows, Told))
_ANY_DUE = Prepared(select(incoming.c.id).where(incoming.c.due <= bindparam("now")).limit(bindparam("limit")))
_DUE = due(_INCOMING, incoming.c.due, incoming.c.id)
_OVER = due(_INCOMING, incoming.c.until, incoming.c.id)
_ITS_NUMBER = (waiting_rows.c.incoming == bindparam("its"), waiting_rows.c.number == bindparam("row"))
_TRIED = waiting_rows.update().where(*_ITS_NUMBER)


class IncomingReading(Rows):
    def incoming(self, number: IncomingId) -> Incoming:
        its = _INCOMING.where(incoming.c.id == number)
        found = self._incoming(its.with_for_update(key_share=True) if self.locks else its)
        if not found:
            raise NoSuchLead
        return found[0]

    def incoming_at_work(self) -> Sequence[Incoming]:
        return self._incoming(_INCOMING.where(incoming.c.phase.in_(sorted(AT_WORK))).order_by(incoming.c.id))

    def incoming_due(self, now: datetime) -> bool:
        return self._scalar(_ANY_DUE, now=now, limit=1) is not None

    def incoming_waiting(self, number: IncomingId, *, after: int, limit: int) -> Sequence[Waiting]:
        its = select(waiting_rows.c.number, waiting_rows.c.cells)
        its = its.where(waiting_rows.c.incoming == number, waiting_rows.c.number > after)
        its = its.where(waiting_rows.c.cells.is_not(None)).order_by(waiting_rows.c.number).limit(limit)
        return self._all(Waiting, its)

    def incoming_fates(self, number: IncomingId) -> Mapping[Fate, int]:
        many = select(waiting_rows.c.fate, func.count().label("many")).where(waiting_rows.c.incoming == number)
        rows = self._rows(many.where(waiting_rows.c.fate.is_not(None)).group_by(waiting_rows.c.fate), {})
        return {row["fate"]: row["many"] for row in rows}

    def incoming_told(
        self, number: IncomingId, *, fate: Fate | None = None, limit: int | None = None
    ) -> Sequence[Told]:
        its = _TOLD.where(waiting_rows.c.incoming == number, waiting_rows.c.fate.is_not(None))
        its = its if fate is None else its.where(waiting_rows.c.fate == fate)
        return self._all(Told, its.order_by(waiting_rows.c.number).limit(limit))

    def _incoming(self, statement: Any, **given: object) -> list[Incoming]:  # noqa: ANN401 - SQLAlchemy's
        found = self._all(Incoming, statement, **given)
        return [replace(one, left_out=tuple(one.left_out), fates=_fates(one.fates)) for one in found]


class IncomingWriting(IncomingReading):
    scrubs = False
    """Whether something was erased that must not stay in the database's own files."""

    def add_incoming(self, one: Incoming) -> Incoming:
        row = _row(one)
        del row["id"]
        return replace(one, id=IncomingId(self._add(incoming, **row)))

    def save_incoming(self, one: Incoming) -> None:
        self.connection.execute(incoming.update().where(incoming.c.id == one.id).values(**_row(one)))

    def claim_incoming(self, now: datetime, until: datetime) -> Incoming | None:
        found = self._incoming(_DUE, now=now, limit=1)
        if not found:
            return None
        claimed = replace(found[0], due=until)
        self.save_incoming(claimed)
        return claimed

    def incoming_over(self, now: datetime, *, limit: int) -> Sequence[Incoming]:
        return self._incoming(_OVER, now=now, limit=limit)

    def add_waiting(self, number: IncomingId, rows: Sequence[Waiting]) -> None:
        values = [{"incoming": number, "number": row.number, "cells": dict(row.cells)} for row in rows]
        if values:
            self.connection.execute(self._insert(waiting_rows).on_conflict_do_nothing(), values)

    def note_outcomes(self, number: IncomingId, outcomes: Sequence[Outcome], *, brought: bool) -> None:
        if not outcomes:
            return
        cells = {"cells": None} if brought else {}
        now = [{"its": number, "row": one.row.number, **_outcome(one), **cells} for one in outcomes]
        self.connection.execute(_TRIED, now)

    def erase_waiting(self, number: IncomingId) -> None:
        self.scrubs = True
        self.connection.execute(waiting_rows.delete().where(waiting_rows.c.incoming == number))

    def erase_from_waiting(self, given: Given) -> int:
        found = list(self._speaking_of(given))
        for number, row in found:
            its = (waiting_rows.c.incoming == number, waiting_rows.c.number == row)
            self.connection.execute(waiting_rows.delete().where(*its))
            fewer = incoming.update().where(incoming.c.id == number).values(rows=incoming.c.rows - 1)
            self.connection.execute(fewer)
        self.scrubs = self.scrubs or bool(found)
        return len(found)

    def _speaking_of(self, given: Given) -> Iterator[tuple[int, int]]:
        its = select(waiting_rows.c.incoming, waiting_rows.c.number, waiting_rows.c.cells)
        for one in self._rows(its.where(waiting_rows.c.cells.is_not(None)), {}):
            if privacy.mentions("\n".join(one["cells"].values()), given):
                yield one["incoming"], one["number"]


def _fates(stored: Mapping[Fate, int]) -> Mapping[Fate, int]:
    """By their words in JSON."""
    return {Fate(fate): many for fate, many in stored.items()}


def _row(one: Incoming) -> dict[str, Any]:
    return row_of(one) | {"left_out": list(one.left_out), "fates": dict(one.fates), "problem": dict(one.problem)}


def _outcome(one: Outcome) -> dict[str, object]:
    refused = kept(one.refused) or None
    return {"fate": one.fate, "lead": one.lead, "other_row": one.other_row, "refused": refused}
