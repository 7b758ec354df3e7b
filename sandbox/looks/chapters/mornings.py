"""Mornings: *Your leads today* and its answers, questions, and somebody who is away."""

from datetime import timedelta

from sandbox.looks.scene import BEGINS, Scene

THURSDAY, FRIDAY = BEGINS + timedelta(days=3, minutes=5), BEGINS + timedelta(days=4, minutes=5)
MONDAY = BEGINS + timedelta(days=7, hours=5)


def tell(on: Scene) -> None:
    _kept_warm(on)
    _today(on)
    _asked(on)
    _corrected(on)
    _away(on)
    _updates(on)


def _kept_warm(on: Scene) -> None:
    ravi = on.human("ravi")
    ravi.clicks("Keep warm", on=on.dm(ravi, "Acme is yours, given by Wanda"))
    on.fills(ravi, on="2026-11-27", word="Joe asked us to call again on Friday.")
    on.shuts(ravi)


def _today(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    on.until(THURSDAY)
    today = on.message("today", ravi, on.dm(ravi, "Your leads today"))
    ravi.clicks("Went quiet", on=today)
    on.form("form-quiet", ravi)
    ravi.clicks("Need help", on=today)
    on.form("form-help", ravi, then="open")
    on.fills(ravi, whom="referrer", note="Who decides there?")
    on.shuts(ravi)
    on.minutes(3)
    on.message("today-answered", ravi, on.dm(ravi, "Your leads today"))
    on.message("help-wanted", erin, on.dm(erin, "could use your help"))


def _asked(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    erin.clicks("Ask Ravi", on=on.dm(erin, "Ravi Rao wrote to you about Acme"))
    on.whisper("answer-asked", erin)
    erin.clicks("Withdraw", on=on.dm(erin, "Lead 2 is logged"))
    on.whisper("answer-withdraw-asked", erin)
    on.minutes(3)
    on.message("asked", ravi, on.dm(ravi, "would like to know how it goes"))
    on.message("withdraw-asked", ravi, on.dm(ravi, "would like Acme withdrawn"))


def _corrected(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    erin.clicks("Correct it", on=on.dm(erin, "Lead 2 is logged"))
    on.form("form-correction", erin, then="open")
    on.fills(
        erin,
        reach="jane.doe@acme.example, +34600123456, needs payroll in Spain",
        need="Payroll in Spain and in Portugal",
    )
    on.whisper("answer-correction", erin)
    correction = on.message("correction", ravi, on.dm(ravi, "would correct something about Acme"))
    ravi.clicks("See what changes", on=correction)
    on.form("page-correction", ravi)
    ravi.clicks("Take it over", on=correction)


def _away(on: Scene) -> None:
    erin, ravi, rita = on.human("erin"), on.human("ravi"), on.human("rita")
    on.until(FRIDAY)
    on.message("correction-decided", erin, on.dm(erin, "took over your correction"))
    on.message("today-back", ravi, on.dm(ravi, "Your leads today"))
    on.home("home-rep", ravi)
    ravi.clicks("I am away…", on="home")
    on.form("form-away", ravi, then="open")
    on.fills(ravi, until="2026-12-04", cover="rita")
    on.form("answer-away", ravi)
    on.home("home-away", ravi)
    on.message("receipt-away", erin, on.dm(erin, "Lead 2 is logged"))
    on.minutes(60 * 5)
    on.message("covering", rita, on.dm(rita, "You cover for Ravi"))


def _updates(on: Scene) -> None:
    erin = on.human("erin")
    on.until(MONDAY)
    on.message("updates", erin, on.dm(erin, "Where your leads stand"))
