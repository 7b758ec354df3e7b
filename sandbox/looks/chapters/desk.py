"""Nobody is nobody: first call, the lead desk and its manager, marketing first."""

from datetime import timedelta

from sandbox.looks.scene import BEGINS, Scene

TUESDAY, WEDNESDAY = BEGINS + timedelta(days=1), BEGINS + timedelta(days=2)


def tell(on: Scene) -> None:
    _first_call(on)
    _nobody_takes_it(on)
    _the_desk_decides(on)
    _another_kind(on)
    _marketing_first(on)


def _first_call(on: Scene) -> None:
    erin, ravi, rita, wanda = on.human("erin"), on.human("ravi"), on.human("rita"), on.human("wanda")
    on.until(TUESDAY)
    on.logs(erin, "Vandelay, Art Dune, art@vandelay.example, imports and exports", wanted="ravi")
    on.minutes(3)
    on.message("card-first-call", wanda, on.posted("leads", "Vandelay"))
    on.message("receipt-first-call", erin, on.dm(erin, "has first call"))
    on.message("suggested", ravi, on.dm(ravi, "has you in mind"))
    on.clicks(rita, "I'll take it", "Vandelay")
    on.whisper("refusal-first-call", rita)
    on.logs(wanda, "Acme, Joe Roe, joe@acme.example, wants more of us")
    on.minutes(3)
    works_with = on.message("suggested-works-with", ravi, on.dm(ravi, "you work with"))
    ravi.clicks("I'll take it", on=works_with)
    on.settle()


def _nobody_takes_it(on: Scene) -> None:
    on.until(WEDNESDAY)
    erin, mona, mara = on.human("erin"), on.human("mona"), on.human("mara")
    on.message("desk", mona, on.dm(mona, "2 leads wait for somebody to take them"))
    on.message("receipt-desk", erin, on.dm(erin, "is finding the right person"))
    on.message("escalated", mara, on.dm(mara, "could use your help today"))
    nobody = on.message("update-nobody", erin, on.dm(erin, "Nobody has it yet"))
    erin.clicks("Ask how it goes", on=nobody)
    on.whisper("answer-asked-desk", erin)
    on.minutes(3)
    on.message("asked-desk", mona, on.dm(mona, "would like to know"))


def _the_desk_decides(on: Scene) -> None:
    mona, wanda = on.human("mona"), on.human("wanda")
    desk = on.dm(mona, "Hooli")
    mona.clicks("Give to…: Initrode", on=desk)
    on.form("form-give", mona, then="open")
    on.fills(mona, owner="rita")
    on.shuts(mona)
    mona.clicks("Not for us", on=desk)
    on.fills(mona, reason="What they need is not what we do", word="They only need a van. Thank you for looking out.")
    on.shuts(mona)
    on.minutes(3)
    on.message("moved-declined", wanda, on.dm(wanda, "not for us"))
    on.message("desk-done", mona, on.dm(mona, "Everything that waited here"))


def _another_kind(on: Scene) -> None:
    """Erin noticed that it is somebody who may join."""
    erin = on.human("erin")
    on.logs(erin, "Kim Lee, kim@lee.example, knows everybody in logistics")
    erin.clicks("They are rather a possible colleague", on=on.dm(erin, "Kim Lee"))
    on.settle()
    on.shuts(erin)
    on.message("card-gone", on.human("wanda"), on.posted("leads", "is shown elsewhere now"))


def _marketing_first(on: Scene) -> None:
    ada, erin, mona = on.human("ada"), on.human("erin"), on.human("mona")
    on.opens_home(ada)
    ada.clicks("People", on="home")
    on.fills(ada, marketer=["mona"])
    on.logs(erin, "Soylent, Sol Roth, sol@soylent.example, opens in Valencia")
    on.message("receipt-marketing", erin, on.dm(erin, "Marketing looks at it first"))
    on.message("card-marketing", mona, on.posted("leads", "Soylent"))
    on.clicks(mona, "Update…", "Soylent")
    on.form("page-lead-marketer", mona, then="open")
    mona.clicks("Ready for sales")
    on.form("form-ready", mona, then="open")
    on.fills(mona, checklist=["who", "reach", "need", "expects"])
    on.shuts(mona)
    on.minutes(3)
    on.message("moved-ready", erin, on.dm(erin, "found it ready for sales"))
    on.message("ready", erin, on.posted("leads", "is ready for sales"))
    on.opens_home(ada)
    ada.clicks("People", on="home")
    on.fills(ada, marketer=[])
