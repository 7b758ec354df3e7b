"""Each intention once: where a command came from, and what it was answered; each signed request once; and drafts."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.answers import Answer
from bot.attachments import Attachment
from bot.drafts import Draft
from bot.ids import DraftId, Origin
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, row_of
from storage.tables import drafts, heard, origins

_DRAFT = Prepared(select(*columns(drafts, Draft)).where(drafts.c.id == bindparam("id")))
_OUTCOME = Prepared(select(origins.c.answer).where(origins.c.origin == bindparam("origin")))
_OLDEST = Prepared(
    select(*(select(func.min(kept.c.at)).scalar_subquery().label(kept.name) for kept in (heard, origins, drafts)))
)
_SETTLE = Prepared(origins.update().where(origins.c.origin == bindparam("its_origin")))
_CLAIM = {
    "sqlite": Prepared(sqlite.insert(origins).on_conflict_do_nothing()),
    "postgresql": Prepared(postgresql.insert(origins).on_conflict_do_nothing()),
}
_HEARD = Prepared(select(heard.c.signature).where(heard.c.signature == bindparam("signature")))
_HEAR = {
    "sqlite": Prepared(sqlite.insert(heard).on_conflict_do_nothing().returning(heard.c.signature)),
    "postgresql": Prepared(postgresql.insert(heard).on_conflict_do_nothing().returning(heard.c.signature)),
}
_TURN = 5324
"""The advisory lock's number; see storage.migrations.LOCK."""


class OnceReading(Rows):
    def outcome(self, origin: Origin) -> Answer | None:
        answer: dict[str, Any] | None = self._scalar(_OUTCOME, origin=origin)
        return None if answer is None else Answer(**answer)

    def forgettable(self, *, heard: datetime, origins: datetime, drafts: datetime) -> bool:
        (oldest,) = self._rows(_OLDEST, {})
        kept = {"heard": heard, "origins": origins, "drafts": drafts}
        return any(oldest[name] and oldest[name] < before for name, before in kept.items())

    def heard(self, signature: str) -> bool:
        return self._scalar(_HEARD, signature=signature) is not None

    def draft(self, draft: DraftId) -> Draft:
        row = next(iter(self._rows(_DRAFT, {"id": draft})), None)
        if row is None:
            raise KeyError(draft)
        return Draft(**{**row, "attached": tuple(Attachment(**file) for file in row["attached"])})


class OnceWriting(OnceReading):
    def claim(self, origin: Origin, now: datetime) -> Answer | None:
        claim = _CLAIM[self.connection.dialect.name]
        if self._change(claim, origin=origin, answer=None, at=now) == 1:
            return None
        return self.outcome(origin)

    def take_turn(self) -> None:
        if not self.is_sqlite:  # which has one writer anyway
            self.connection.execute(select(func.pg_advisory_xact_lock(_TURN)))

    def settle(self, origin: Origin, answer: Answer) -> None:
        plain = row_of(answer) | {"facts": dict(answer.facts)}
        self._change(_SETTLE, its_origin=origin, answer=plain)

    def hear(self, signature: str, now: datetime) -> bool:
        return self._scalar(_HEAR[self.connection.dialect.name], signature=signature, at=now) is not None

    def forget_heard(self, before: datetime, *, limit: int) -> int:
        return self._forget(heard, heard.c.signature, before, limit)

    def forget_origins(self, before: datetime, *, limit: int) -> int:
        return self._forget(origins, origins.c.origin, before, limit)

    def forget_drafts(self, before: datetime, *, limit: int) -> int:
        return self._forget(drafts, drafts.c.id, before, limit)

    def add_draft(self, draft: Draft) -> Draft:
        row = asdict(draft)
        del row["id"]
        return replace(draft, id=DraftId(self._add(drafts, **row)))

    def drop_draft(self, draft: DraftId) -> None:
        self.connection.execute(drafts.delete().where(drafts.c.id == draft))

    def _forget(self, table: Table, key: Column[Any], before: datetime, limit: int) -> int:
        old = select(key).where(table.c.at < before).order_by(table.c.at).limit(limit)
        return self.connection.execute(table.delete().where(key.in_(old))).rowcount
