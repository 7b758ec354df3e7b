"""Every other way in, by everybody: what is not theirs changes nothing, and what they may not see does not exist."""

from collections.abc import Callable

import pytest

from bot.ids import LeadId
from bot.store import Reading
from tests.matrix import product
from tests.matrix.attacks import Attacker, Heard, none, tells_too_much
from tests.matrix.entries import ADMIN, INSIDE, OF_ONE_PERSON, ON_LEADS, Entry
from tests.matrix.product import NO_SUCH_LEAD, OUTSIDE, Stage
from tests.matrix.stage import Matrix
from tests.matrix.test_moves import NOBODY, SOME

PEOPLE = ("referrer", "owner", "scout", "marketer", "manager", "rival", "desk", "admin", "employee")
FEW = ("employee", *OUTSIDE, product.UNKNOWN)
"""Where everybody of the company may."""
SETTERS = ("admin", "manager", "desk", "employee", "guest", product.UNKNOWN)
"""Where an admin may."""
FIRST = (*SOME[""], "employee", "guest", product.UNKNOWN)


def stage_of(kind: str, words: str) -> Stage:
    """new is nobody's, accepted somebody's, away and call as they are called."""
    if words == "withdrawn":
        return product.taken_back(kind)
    aside = {"for_them": product.for_them, "from_outside": product.from_outside, "joined": product.joined}
    aside |= {"shared": product.shared, "splitting": product.splitting}
    if words in aside:
        return aside[words](kind)
    if words == "call":
        return Stage(kind, "new" if kind == product.TALENT else "sales_ready", "call")
    return Stage(kind, "accepted" if words == "away" else words, {"new": "", "away": "away"}.get(words, "owned"))


def number_of(matrix: Matrix, entry: Entry, stage: Stage) -> int:
    beside = {"win": matrix.win[stage.kind], "draft": matrix.draft, "incoming": matrix.incoming}
    if entry.about in beside:
        return beside[entry.about]
    lead = matrix.leads[stage]
    with matrix.company.store.read() as unit:
        numbers: dict[str, Callable[[], int]] = {
            "split": lambda: unit.splits(lead)[0].id,
            "dispute": lambda: unit.disputes(lead)[0].id,
            "entry": lambda: unit.entries(lead)[-1].id,
            "lead": lambda: lead,
        }
        return numbers.get(entry.about, lambda: _entry(unit, lead, entry.about))()


def _entry(unit: Reading, lead: LeadId, about: str) -> int:
    return next(one.id for one in unit.entries(lead) if about in {one.kind, one.facts.get("offer")})


NOTED = "disclosures"
"""The table in which it stands who was shown how to reach somebody."""


def happened(matrix: Matrix, name: str, entry: Entry, stage: Stage, heard: Heard, changed: set[str]) -> bool:
    what, _, which = entry.does.partition(" ")
    if what == "opens":
        return heard.callback == which and not changed - {"people", NOTED}
    if what == "says":
        return which in heard.text and bool(heard.text)
    if what == "entry":
        return matrix.history(matrix.leads[stage])[-1] == (which, matrix.people[name])
    return what in changed


def left_alone(name: str, entry: Entry, heard: Heard, changed: set[str]) -> bool:
    """Nothing is changed, no form is opened, and they are told why, where they did it to be answered."""
    told = heard.text == OUTSIDE[name] if name in OUTSIDE else bool(heard.text)
    told = told or entry.is_event
    return not changed and not heard.callback and told


def wrong(matrix: Matrix, name: str, entry: Entry, stage: Stage) -> str:
    """What is not as it should be, where somebody does that with such a lead; empty if nothing is."""
    number = number_of(matrix, entry, stage)
    heard = entry.sent(Attacker(matrix, name), number)
    changed = matrix.kept.changed()
    author = entry.about == "entry" and name == "former"
    theirs = stage.kind in entry.kinds and product.allowed(entry.who.split(), name, stage)
    may = author or (name not in OUTSIDE and theirs)
    if may:
        found = "" if happened(matrix, name, entry, stage, heard, changed) else f"it should do: {entry.does}"
    else:
        found = (
            ""
            if left_alone(name, entry, heard, changed)
            else f"it changed {sorted(changed)}, opened {heard.callback!r}"
        )
        if name not in OUTSIDE and not product.sees(name, stage):
            asked = (name, str(entry))
            matrix.absent[asked] = matrix.absent.get(asked) or entry.sent(Attacker(matrix, name), NOBODY).raw
            unseen = "" if entry.is_event else NO_SUCH_LEAD
            same = heard.raw == matrix.absent[asked]
            found = found or ("" if same and heard.text == unseen else "it can be told from what does not exist")
    found = found or tells_too_much(name, stage, heard)
    if changed:
        matrix.put_back()
    return f"{name}, {entry}, {stage}: {found}; it said {heard.text!r}" if found else ""


@pytest.mark.parametrize("kind", product.KINDS)
def test_what_is_sent_about_a_lead_does_what_its_sender_may_and_nothing_else(on_sqlite: Matrix, kind: str) -> None:
    tried = [
        (name, entry, stage)
        for entry in ON_LEADS
        for at, stage in enumerate(stage_of(kind, words) for words in entry.stages.split())
        for name in (SOME[stage.has] if at else FIRST)
    ]
    none(found for cell in tried if (found := wrong(on_sqlite, *cell)))


def test_what_is_sent_about_oneself_or_the_company_does_what_its_sender_may(on_sqlite: Matrix) -> None:
    tried = [
        (name, entry)
        for entry in OF_ONE_PERSON
        for name in (FEW if INSIDE in entry.who else SETTERS if entry.who == ADMIN else PEOPLE)
    ]
    none(found for cell in tried if (found := wrong_of_oneself(on_sqlite, *cell)))


def wrong_of_oneself(matrix: Matrix, name: str, entry: Entry) -> str:
    stage = Stage(product.SALES, "accepted", "owned")
    heard = entry.sent(Attacker(matrix, name), 0 if entry.about == "lead" else number_of(matrix, entry, stage))
    changed = matrix.kept.changed()
    if name not in OUTSIDE and may(name, entry.who.split()):
        good = happened(matrix, name, entry, stage, heard, changed)
    else:
        good = left_alone(name, entry, heard, changed)
    if changed:
        matrix.put_back()
    return (
        "" if good else f"{name}, {entry} ({entry.does}): changed {sorted(changed)}, {heard.callback!r}, {heard.text!r}"
    )


def may(name: str, who: list[str]) -> bool:
    if f"-{name}" in who:
        return False
    return INSIDE in who or name in who or (name == "referrer" and "writer" in who)
