"""Each intention once: where a command came from, and what it was answered; and drafts."""

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import select

from bot.answers import Answer
from bot.drafts import Draft
from bot.ids import DraftId, Origin
from storage.store.rows import Rows, columns
from storage.tables import drafts, origins


class OnceReading(Rows):
    def outcome(self, origin: Origin) -> Answer | None:
        answer: dict[str, Any] | None = self._scalar(select(origins.c.answer).where(origins.c.origin == origin))
        return None if answer is None else Answer(**answer)

    def draft(self, draft: DraftId) -> Draft:
        found = self._first(Draft, select(*columns(drafts, Draft)).where(drafts.c.id == draft))
        if found is None:
            raise KeyError(draft)
        return found


class OnceWriting(OnceReading):
    def claim(self, origin: Origin) -> Answer | None:
        insert = self._insert(origins).values(origin=origin, answer=None).on_conflict_do_nothing()
        if self.connection.execute(insert).rowcount == 1:
            return None
        return self.outcome(origin)

    def settle(self, origin: Origin, answer: Answer) -> None:
        plain = asdict(answer) | {"facts": dict(answer.facts)}
        self.connection.execute(origins.update().where(origins.c.origin == origin).values(answer=plain))

    def add_draft(self, draft: Draft) -> Draft:
        row = asdict(draft)
        del row["id"]
        return replace(draft, id=DraftId(self._add(drafts, **row)))

    def drop_draft(self, draft: DraftId) -> None:
        self.connection.execute(drafts.delete().where(drafts.c.id == draft))
