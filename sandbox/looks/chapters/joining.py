"""Two people give the same lead, and somebody else of that company comes in; one of the two turns out to be another."""

import re

from sandbox.looks.scene import Scene
from sandbox.people import Human
from sandbox.records import Message


def tell(on: Scene) -> None:
    erin, wanda, ravi = on.human("erin"), on.human("wanda"), on.human("ravi")
    _gives(on, erin, "Bluth, Milton Waddams, milton@bluth.example")
    on.clicks(ravi, "I'll take it", "Bluth")
    on.minutes(3)
    _gave_already(on, erin)
    _gives(on, wanda, "Bluth Inc, Milton Waddams, milton+fair@bluth.example, they want payroll before summer")
    on.minutes(1)
    on.message("receipt-together", wanda, on.dm(wanda, "We have this already"))
    on.message("gave-too", ravi, on.dm(ravi, " too. What they know:"))
    on.minutes(3)
    on.message("beside", erin, on.dm(erin, "You gave it first, and that stands"))
    on.message("card-together", ravi, on.posted("leads", "Erin Ortega and Wanda Weber"))
    ravi.clicks("Open", on=on.dm(ravi, " too. What they know:"))
    on.form("page-lead-together", ravi)
    _of_the_same_company(on, erin)
    _put_together(on, wanda)


def _gives(on: Scene, giver: Human, words: str) -> None:
    giver.types(f"/lead {words}", "general")
    on.fills(giver)


def _gave_already(on: Scene, erin: Human) -> None:
    erin.types("/lead Bluth, Milton Waddams, milton@bluth.example", "general")
    erin.submits()
    on.form("form-lead-again", erin)


def _of_the_same_company(on: Scene, erin: Human) -> None:
    _gives(on, erin, "Bluth, Peter Gibbons, peter@bluth.example")
    on.message("receipt-like", erin, on.dm(erin, "We have this company already"))


def _put_together(on: Scene, wanda: Human) -> None:
    """By a manager, and wrongly."""
    mara, first = on.human("mara"), _number(on, on.dm(on.human("erin"), "We have this company already"))
    _gives(on, wanda, "Bluth Europe, Peter Gibbon, peter@bluth-europe.example")
    mara.types(f"/lead {_number(on, wanda.dms()[-1])}", "general")
    mara.clicks("Same as another…")
    mara.sets("into", first)
    on.form("form-same", mara, then="open")
    mara.submits()
    on.whisper("answer-joined", mara)
    on.minutes(3)
    joined = on.message("joined", wanda, on.dm(wanda, "goes on as part of"))
    on.message("goes-on", mara, on.posted("leads", "goes on as part of"))
    on.message("confirm-different", wanda, joined, press="It is a different one")
    wanda.clicks("It is a different one", on=joined)
    on.whisper("answer-apart", wanda)
    on.message("joined-apart", wanda, joined)


def _number(on: Scene, receipt: Message) -> str:
    found = re.search(r"lead no\. (\d+)", on.reads(receipt))
    return found[1] if found else ""
