"""The tables: rows as the database keeps them; the values that the domain works with are made from them."""

from storage.tables.columns import OPEN, Row, table
from storage.tables.credentials import CredentialRow
from storage.tables.escalations import EscalationRow
from storage.tables.leads import EntryRow, HelperRow, LeadRow, TextRow, UndoneRow, WinRow, WordRow
from storage.tables.outbox import NoticeRow, TellingRow
from storage.tables.people import DraftRow, IdentityRow, OriginRow, PersonRow, RemarkRow, SecretRow, SettingRow
from storage.tables.restores import RestoreRow
from storage.tables.schedules import ScheduleRow
from storage.tables.troubles import TroubleRow

people, identities = table(PersonRow), table(IdentityRow)
settings, secrets = table(SettingRow), table(SecretRow)
origins, drafts, remarks = table(OriginRow), table(DraftRow), table(RemarkRow)
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
