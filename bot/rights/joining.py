"""Who may say that two leads are about the same person, or that they are not."""

from bot.errors import Refused
from bot.leads import Kind, Lead
from bot.rights.leads import check_sight, check_whole, not_theirs
from bot.standing import Standing


def may_join(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may say that it is about the same as another one: those who answer for such leads."""
    return _answers_for(lead, stands) and lead.open and not lead.withheld and lead.part_of is None


def _answers_for(lead: Lead, stands: frozenset[Standing]) -> bool:
    return Standing.MEMBER in stands and bool(stands & _answer(lead))


def _answer(lead: Lead) -> frozenset[Standing]:
    """A candidate twice is for who hires to see: nobody else knows of both."""
    able = {Standing.MARKETER, Standing.DESK, Standing.MANAGER}
    return frozenset(able | ({Standing.TAKER, Standing.OWNER} if lead.kind is Kind.TALENT else set()))


def check_join(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises as `check_sight` does; Refused("joined_to" | "not_yours" | "closed")."""
    check_sight(lead, stands)
    check_whole(lead)
    if not _answers_for(lead, stands):
        raise not_theirs(lead, _answer(lead))
    if not lead.open:
        raise Refused("closed", lead=lead.id)


def may_part(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may say that it is a different one after all: whoever gave it, or answers for such leads."""
    gave = {Standing.REFERRER, Standing.MEMBER} <= stands
    return lead.part_of is not None and lead.open and not lead.withheld and (gave or _answers_for(lead, stands))


def check_part(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises as `check_sight` does; Refused("not_yours" | "closed" | "not_joined")."""
    check_sight(lead, stands)
    if not (Standing.REFERRER in stands or _answers_for(lead, stands)):
        raise not_theirs(lead, _answer(lead) | {Standing.REFERRER})
    if lead.part_of is None:
        raise Refused("not_joined", lead=lead.id)
    if not may_part(lead, stands):
        raise Refused("closed", lead=lead.id)
