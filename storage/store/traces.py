"""By what people are known again of whom a lead is: digests of it, gone with the data that they are of."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, literal_column, select, text

from bot import privacy
from bot.ids import LeadId
from bot.leads import Given, Lead
from bot.privacy import Way
from storage.store.prepared import Prepared
from storage.store.rows import Rows
from storage.tables import leads, traces

_ALSO = traces.alias("also")
_ABOUT_SAME = Prepared(
    select(leads.c.id)
    .distinct()
    .join(_ALSO, _ALSO.c.lead == leads.c.id)
    .join(traces, (traces.c.trace == _ALSO.c.trace) & (traces.c.way == _ALSO.c.way))
    .where(traces.c.lead == bindparam("lead"), leads.c.id != bindparam("lead"), leads.c.kind == bindparam("kind"))
    .where(~leads.c.restricted)
    .order_by(leads.c.id)
)
_SAID_NO = Prepared(
    select(leads.c.id)
    .join(traces, traces.c.lead == leads.c.id)
    .where(traces.c.trace == bindparam("trace"), traces.c.way == bindparam("way"), text("no_at IS NOT NULL"))
    .limit(literal_column("1"))
)
_FORGET = Prepared(traces.delete().where(traces.c.lead == bindparam("its_id")))


@lru_cache(maxsize=8)
def _entering(many: int) -> Prepared:
    """So many of one lead."""
    way = traces.c.way.type
    rows: list[dict[str, Any]] = [
        {"trace": bindparam(f"trace{n}"), "way": bindparam(f"way{n}", type_=way), "lead": bindparam("its_id")}
        for n in range(many)
    ]
    return Prepared(traces.insert().values(rows))


class TracesReading(Rows):
    def about_same(self, lead: Lead) -> Sequence[LeadId]:
        return [LeadId(row["id"]) for row in self._rows(_ABOUT_SAME, {"lead": lead.id, "kind": lead.kind})]

    def said_no(self, given: Given) -> bool:
        by = (trace for trace in privacy.own(given) if trace[0] is not Way.NAME)
        return any(self._scalar(_SAID_NO, trace=privacy.digest(trace), way=way) is not None for way, trace in by)


class TracesWriting(TracesReading):
    def _trace(self, lead: Lead) -> None:
        given: dict[str, object] = {}
        own = sorted(privacy.own(lead))
        for n, (way, trace) in enumerate(own):
            given |= {f"trace{n}": privacy.digest(trace), f"way{n}": way}
        if own:
            self._change(_entering(len(own)), its_id=lead.id, **given)

    def _trace_anew(self, lead: Lead) -> None:
        self._change(_FORGET, its_id=lead.id)
        self._trace(lead)
