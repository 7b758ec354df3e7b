"""Files that were shared about leads, as links."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.attachments import Attachment, Shared
from bot.ids import LeadId, PersonId
from storage.store.prepared import Prepared
from storage.store.rows import Rows
from storage.tables import attachments

_OF_LEAD = Prepared(
    select(attachments)
    .where(attachments.c.lead == bindparam("lead"))
    .order_by(attachments.c.at, attachments.c.reference)
)


class AttachmentsReading(Rows):
    def attachments(self, lead: LeadId) -> Sequence[Shared]:
        rows = self._rows(_OF_LEAD, {"lead": lead})
        return [Shared(Attachment(row["reference"], row["name"], row["link"]), row["by"], row["at"]) for row in rows]


class AttachmentsWriting(AttachmentsReading):
    def attach(self, lead: LeadId, files: Iterable[Attachment], *, by: PersonId, now: datetime) -> int:
        rows = [{"lead": lead, "by": by, "at": now, **asdict(file)} for file in files]
        adding = self._insert(attachments).on_conflict_do_nothing()
        return sum(self.connection.execute(adding.values(**row)).rowcount for row in rows)

    def detach(self, lead: LeadId, references: Collection[str]) -> int:
        its = (attachments.c.lead == lead, attachments.c.reference.in_(references))
        return self.connection.execute(attachments.delete().where(*its)).rowcount
