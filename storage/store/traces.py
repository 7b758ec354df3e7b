"""By what people are known again of whom a lead is: digests of it, gone with the data that they are of."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import and_, bindparam, literal_column, or_, select, text

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


@lru_cache(maxsize=8)
def _saying_no(many: int) -> Prepared:
    """A lead that said no and is known by any of so many."""
    way = traces.c.way.type
    known = or_(
        *(
            and_(traces.c.trace == bindparam(f"trace{n}"), traces.c.way == bindparam(f"way{n}", type_=way))
            for n in range(many)
        )
    )
    found = select(leads.c.id).join(traces, traces.c.lead == leads.c.id)
    return Prepared(found.where(known, text("no_at IS NOT NULL")).limit(literal_column("1")))


class TracesReading(Rows):
    def about_same(self, lead: Lead) -> Sequence[LeadId]:
        return [LeadId(row["id"]) for row in self._rows(_ABOUT_SAME, {"lead": lead.id, "kind": lead.kind})]

    def said_no(self, given: Given) -> bool:
        by = [trace for trace in privacy.own(given) if trace[0] is not Way.NAME]
        return bool(by) and self._scalar(_saying_no(len(by)), **_given(by)) is not None


class TracesWriting(TracesReading):
    def _trace(self, lead: Lead) -> None:
        own = sorted(privacy.own(lead))
        if own:
            self._change(_entering(len(own)), its_id=lead.id, **_given(own))

    def _trace_anew(self, lead: Lead) -> None:
        self._change(_FORGET, its_id=lead.id)
        self._trace(lead)


def _given(by: Iterable[tuple[Way, str]]) -> dict[str, object]:
    """The parameters of a statement about so many."""
    given: dict[str, object] = {}
    for n, (way, trace) in enumerate(by):
        given |= {f"trace{n}": privacy.digest(trace), f"way{n}": way}
    return given
