"""The tables: rows as the database keeps them; the values that the domain works with are made from them."""

from storage.tables.columns import OPEN, Row, table
from storage.tables.escalations import EscalationRow
from storage.tables.leads import EntryRow, HelperRow, LeadRow, TextRow, UndoneRow, WinRow, WordRow
from storage.tables.outbox import NoticeRow, TellingRow
from storage.tables.people import (
    DraftRow,
    IdentityRow,
    OriginRow,
    PersonRow,
    RemarkRow,
    RequestRow,
    SecretRow,
    SettingRow,
)
from storage.tables.schedules import ScheduleRow

people, identities = table(PersonRow), table(IdentityRow)
settings, secrets = table(SettingRow), table(SecretRow)
origins, requests = table(OriginRow), table(RequestRow)
drafts, remarks = table(DraftRow), table(RemarkRow)
leads, texts, entries, undone = table(LeadRow), table(TextRow), table(EntryRow), table(UndoneRow)
helpers, wins, words = table(HelperRow), table(WinRow), table(WordRow)
notices, tellings = table(NoticeRow), table(TellingRow)
schedules, escalations = table(ScheduleRow), table(EscalationRow)

__all__ = [
    "OPEN",
    "DraftRow",
    "EntryRow",
    "EscalationRow",
    "HelperRow",
    "IdentityRow",
    "LeadRow",
    "NoticeRow",
    "OriginRow",
    "PersonRow",
    "RemarkRow",
    "RequestRow",
    "Row",
    "ScheduleRow",
    "SecretRow",
    "SettingRow",
    "TellingRow",
    "TextRow",
    "UndoneRow",
    "WinRow",
    "WordRow",
    "drafts",
    "entries",
    "escalations",
    "helpers",
    "identities",
    "leads",
    "notices",
    "origins",
    "people",
    "remarks",
    "requests",
    "schedules",
    "secrets",
    "settings",
    "table",
    "tellings",
    "texts",
    "undone",
    "wins",
    "words",
]
