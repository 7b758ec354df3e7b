"""The tables: rows as the database keeps them; the values that the domain works with are made from them."""

from storage.tables.columns import OPEN, Row, table
from storage.tables.credentials import CredentialRow
from storage.tables.disputes import DisputeRow
from storage.tables.escalations import EscalationRow
from storage.tables.finding import LinkRow, MatchKeyRow, TraceRow, WordRow
from storage.tables.history import EntryRow, HelperRow, TextRow, UndoneRow, WinRow
from storage.tables.incoming import ImportedRow, IncomingRow, WaitingRow
from storage.tables.leads import AttachmentRow, LeadRow
from storage.tables.ledger import AnchorRow
from storage.tables.outbox import NoticeRow, TellingRow
from storage.tables.people import (
    DraftRow,
    HeardRow,
    IdentityRow,
    OriginRow,
    PersonRow,
    RemarkRow,
    SecretRow,
    SettingRow,
)
from storage.tables.privacy import DisclosureRow, MentionRow, ObjectionRow, RequestRow
from storage.tables.restores import RestoreRow
from storage.tables.schedules import ScheduleRow
from storage.tables.splits import SplitRow, SplitShareRow
from storage.tables.troubles import TroubleRow

people, identities = table(PersonRow), table(IdentityRow)
settings, secrets = table(SettingRow), table(SecretRow)
origins, heard = table(OriginRow), table(HeardRow)
drafts, remarks = table(DraftRow), table(RemarkRow)
leads, texts, entries, undone = table(LeadRow), table(TextRow), table(EntryRow), table(UndoneRow)
helpers, wins = table(HelperRow), table(WinRow)
words, traces = table(WordRow), table(TraceRow)
attachments = table(AttachmentRow)
match_keys, links, imported = table(MatchKeyRow), table(LinkRow), table(ImportedRow)
mentions, disclosures = table(MentionRow), table(DisclosureRow)
objections, requests = table(ObjectionRow), table(RequestRow)
notices, tellings, troubles = table(NoticeRow), table(TellingRow), table(TroubleRow)
credentials = table(CredentialRow)
schedules, escalations = table(ScheduleRow), table(EscalationRow)
disputes = table(DisputeRow)
splits, split_shares = table(SplitRow), table(SplitShareRow)
incoming, waiting_rows = table(IncomingRow), table(WaitingRow)
restores, anchors = table(RestoreRow), table(AnchorRow)

__all__ = [
    "OPEN",
    "AnchorRow",
    "AttachmentRow",
    "CredentialRow",
    "DisclosureRow",
    "DisputeRow",
    "DraftRow",
    "EntryRow",
    "EscalationRow",
    "HeardRow",
    "HelperRow",
    "IdentityRow",
    "ImportedRow",
    "IncomingRow",
    "LeadRow",
    "LinkRow",
    "MatchKeyRow",
    "MentionRow",
    "NoticeRow",
    "ObjectionRow",
    "OriginRow",
    "PersonRow",
    "RemarkRow",
    "RequestRow",
    "RestoreRow",
    "Row",
    "ScheduleRow",
    "SecretRow",
    "SettingRow",
    "SplitRow",
    "SplitShareRow",
    "TellingRow",
    "TextRow",
    "TraceRow",
    "TroubleRow",
    "UndoneRow",
    "WaitingRow",
    "WinRow",
    "WordRow",
    "anchors",
    "attachments",
    "credentials",
    "disclosures",
    "disputes",
    "drafts",
    "entries",
    "escalations",
    "heard",
    "helpers",
    "identities",
    "imported",
    "incoming",
    "leads",
    "links",
    "match_keys",
    "mentions",
    "notices",
    "objections",
    "origins",
    "people",
    "remarks",
    "requests",
    "restores",
    "schedules",
    "secrets",
    "settings",
    "split_shares",
    "splits",
    "table",
    "tellings",
    "texts",
    "traces",
    "troubles",
    "undone",
    "waiting_rows",
    "wins",
    "words",
]
