"""The tables: rows as the database keeps them; the values that the domain works with are made from them."""

from storage.tables.columns import OPEN, Row, table
from storage.tables.credentials import CredentialRow
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
from storage.tables.restores import RestoreRow
from storage.tables.schedules import ScheduleRow
from storage.tables.troubles import TroubleRow

people, identities = table(PersonRow), table(IdentityRow)
settings, secrets = table(SettingRow), table(SecretRow)
origins, requests = table(OriginRow), table(RequestRow)
drafts, remarks = table(DraftRow), table(RemarkRow)
leads, texts, entries, undone = table(LeadRow), table(TextRow), table(EntryRow), table(UndoneRow)
helpers, wins, words = table(HelperRow), table(WinRow), table(WordRow)
notices, tellings, troubles = table(NoticeRow), table(TellingRow), table(TroubleRow)
credentials = table(CredentialRow)
schedules, escalations = table(ScheduleRow), table(EscalationRow)
restores = table(RestoreRow)

__all__ = [
    "OPEN",
    "CredentialRow",
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
    "RestoreRow",
    "Row",
    "ScheduleRow",
    "SecretRow",
    "SettingRow",
    "TellingRow",
    "TextRow",
    "TroubleRow",
    "UndoneRow",
    "WinRow",
    "WordRow",
    "credentials",
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
    "restores",
    "schedules",
    "secrets",
    "settings",
    "table",
    "tellings",
    "texts",
    "troubles",
    "undone",
    "wins",
    "words",
]
