"""The names by which things are known across the rooms."""

from typing import NewType

LeadId = NewType("LeadId", int)
PersonId = NewType("PersonId", int)
EntryId = NewType("EntryId", int)
TextId = NewType("TextId", int)
WinId = NewType("WinId", int)
DraftId = NewType("DraftId", int)
RemarkId = NewType("RemarkId", int)
NoticeId = NewType("NoticeId", int)
TroubleId = NewType("TroubleId", int)
RequestId = NewType("RequestId", int)
DisputeId = NewType("DisputeId", int)
SplitId = NewType("SplitId", int)
IncomingId = NewType("IncomingId", int)

Origin = NewType("Origin", str)
"""Where a command came from, once per intention: a form's view id, a button's action_ts and user, an event's id."""
