"""What happened to a lead, what was written with it, who helped, and its wins."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from hashlib import sha256
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, String, bindparam, exists, func, literal_column, select

from bot.history import Entry, Fields, Texts
from bot.ids import EntryId, LeadId, PersonId, TextId, WinId
from bot.leads import Lead
from bot.ledger import chained
from bot.money import Money
from bot.store import Help
from bot.thanks import Win
from storage.store.prepared import Prepared
from storage.store.rows import Rows, Shelf, columns, due
from storage.tables import entries, helpers, leads, texts, undone, wins

_UNDONE = exists().where(undone.c.entry == entries.c.id).label("undone")
_ENTRY = select(*columns(entries, Entry, without=("undone",)), _UNDONE)
WIN = select(*columns(wins, Win, without=("amount",)), wins.c.minor, wins.c.currency)
_BY_ID = Prepared(_ENTRY.where(entries.c.id == bindparam("id")))
_BODY = Prepared(select(texts.c.body).where(texts.c.id == bindparam("id")))
_HEAD = "(SELECT entries.hash FROM entries WHERE entries.lead = leads.id AND entries.seq = leads.seq - 1)"
"""Of the entry before the one that is counted: the lead's own number is counted first. In words of our own, since of a
column to be returned SQLAlchemy leaves the table's name away on SQLite, and there are two tables."""
_NEXT_SEQ = Prepared(
    leads.update()
    .where(leads.c.id == bindparam("its_id"))
    .values(seq=leads.c.seq + 1)
    .returning(leads.c.seq, literal_column(_HEAD, String).label("head"))
)
_THANKS_DUE = due(WIN, wins.c.thanks_due, wins.c.id)
_WINS = Prepared(WIN.where(wins.c.lead == bindparam("lead")).order_by(wins.c.n))
_HELPERS = Prepared(
    select(*columns(helpers, Help)).where(helpers.c.lead == bindparam("lead")).order_by(helpers.c.at, helpers.c.person)
)


@cache
def _entries(*, grouped: bool, limited: bool) -> Prepared:
    """The last ones first, so that a limit keeps those."""
    asked = _ENTRY.where(entries.c.lead == bindparam("lead")).order_by(entries.c.seq.desc())
    asked = asked.where(entries.c.group == bindparam("group")) if grouped else asked
    return Prepared(asked.limit(bindparam("last")) if limited else asked)


def win_of(*, minor: int | None, currency: str | None, **row: Any) -> Win:  # noqa: ANN401 - the row's own fields
    return Win(**row, amount=None if minor is None or currency is None else Money(minor, currency))


def _row(win: Win) -> dict[str, Any]:
    row = asdict(win)
    del row["id"]
    money = row.pop("amount") or {"minor": None, "currency": None}
    return row | money


class HistoryReading(Rows):
    def text(self, text: TextId | None) -> str:
        return "" if text is None else self._scalar(_BODY, id=text) or ""

    def entry(self, entry: EntryId) -> Entry:
        found = self._first(Entry, _BY_ID, id=entry)
        if found is None:
            raise KeyError(entry)
        return found

    def entries(self, lead: LeadId, *, group: int | None = None, last: int | None = None) -> Sequence[Entry]:
        given = {name: fact for name, fact in (("group", group), ("last", last)) if fact is not None}
        asked = _entries(grouped=group is not None, limited=last is not None)
        return self._all(Entry, asked, lead=lead, **given)[::-1]

    def wins(self, lead: LeadId) -> Sequence[Win]:
        return [win_of(**row) for row in self._rows(_WINS, {"lead": lead})]

    def win(self, win: WinId) -> Win:
        row = self.connection.execute(WIN.where(wins.c.id == win)).mappings().first()
        if row is None:
            raise KeyError(win)
        return win_of(**row)

    def unthanked(self, person: PersonId) -> Sequence[Win]:
        wants_words = (wins.c.words.is_(None), wins.c.undone_at.is_(None), ~wins.c.company_thanked)
        rows = self.connection.execute(WIN.where(wins.c.owner == person, *wants_words).order_by(wins.c.id)).mappings()
        return [win_of(**row) for row in rows]

    def helpers(self, lead: LeadId) -> Sequence[Help]:
        return self._all(Help, _HELPERS, lead=lead)


class HistoryWriting(HistoryReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self._recorded: list[Entry] = []

    def record(
        self,
        lead: Lead,
        kind: str,
        *,
        actor: PersonId,
        now: datetime,
        before: Fields | None = None,
        facts: Fields | None = None,
        texts: Texts | None = None,
        other: PersonId | None = None,
        win: WinId | None = None,
        group: int | None = None,
    ) -> Entry:
        seq, head = self._next(lead.id)
        place = {"lead": lead.id, "seq": seq, "group": seq if group is None else group}
        told = {"before": dict(before or {}), "facts": dict(facts or {}), "texts": dict(texts or {})}
        row: dict[str, Any] = {"kind": kind, "actor": actor, "at": now, "other": other, "win": win} | place | told
        kept = row | {"seals": self._seals(texts or {})}
        entry = Entry(**row, id=EntryId(self._add(entries, **kept, hash=chained(head, kept))))
        self._recorded.append(entry)
        return entry

    def recorded(self) -> Sequence[Entry]:
        return self._recorded

    def mark_undone(self, entry: EntryId) -> None:
        self.connection.execute(self._insert(undone).values(entry=entry).on_conflict_do_nothing())

    def write_text(self, lead: LeadId, body: str) -> TextId:
        return TextId(self._add(texts, lead=lead, salt=token_hex(16), body=body))

    def add_win(self, win: Win) -> Win:
        last = self._scalar(select(func.max(wins.c.n)).where(wins.c.lead == win.lead)) or 0
        win = replace(win, n=last + 1)
        return replace(win, id=WinId(self._add(wins, **_row(win))))

    def save_win(self, win: Win) -> None:
        self.connection.execute(wins.update().where(wins.c.id == win.id).values(**_row(win)))

    def add_helper(self, helper: Help) -> None:
        values = {"at": helper.at, "text": helper.text}
        insert = self._insert(helpers).values(**asdict(helper))
        self.connection.execute(insert.on_conflict_do_update(index_elements=["lead", "person"], set_=values))

    def thanks_due(self, now: datetime, *, limit: int) -> Sequence[Win]:
        return [win_of(**row) for row in self._rows(_THANKS_DUE, {"now": now, "limit": limit})]

    def _next(self, lead: LeadId) -> tuple[int, str]:
        """The number of its next entry, and the hash of the last one; empty before the first."""
        (row,) = self._rows(_NEXT_SEQ, {"its_id": lead})
        return row["seq"], row["head"] or ""

    def _seals(self, written: Texts) -> dict[str, str]:
        """What remains of each text once it is erased with its salt: proof to who still has it, nothing to others."""
        if not written:
            return {}
        rows = self.connection.execute(select(texts).where(texts.c.id.in_(written.values())))
        seals = {row.id: sha256(f"{row.salt}{row.body}".encode()).hexdigest() for row in rows}
        return {name: seals[text] for name, text in written.items()}
