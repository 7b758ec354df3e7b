"""Working: from *I'll take it* to all that can happen on the way, and what whoever gave the lead reads of it."""

from sandbox.looks.scene import Scene
from sandbox.sight import DM

FORMS = {
    "Keep warm": "form-warm",
    "Pass to…": "form-pass",
    "Give back": "form-back",
    "Won": "form-win",
    "Lost": "form-lose",
    "Waiting until…": "form-wait",
    "Note for the team": "form-note",
    "Next step": "form-step",
    "Not for us": "form-decline",
}
"""The forms of a lead that somebody has just taken, by their buttons on its page."""


def tell(on: Scene) -> None:
    _taken(on)
    _every_form(on)
    _spoken_to(on)
    _helped(on)
    _passed_on_and_lost(on)
    _a_candidate(on)


def _taken(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    on.clicks(ravi, "I'll take it", "Acme")
    on.whisper("answer-undo", ravi)
    on.message("owned", ravi, on.dm(ravi, "Acme is yours"))
    on.message("card", on.human("wanda"), on.posted("leads", "Acme"))
    on.minutes(3)
    on.message("moved", erin, on.dm(erin, "Ravi Rao took it"))
    on.message("receipt-taken", erin, on.dm(erin, "Lead 2 is logged"))


def _every_form(on: Scene) -> None:
    ravi = on.human("ravi")
    ravi.clicks("More…", on=DM)
    on.form("page-lead-owner", ravi)
    for button, name in FORMS.items():
        on.asks(name, ravi, button)
    ravi.clicks("More…", on=DM)
    ravi.clicks("Link to the CRM")
    on.form("form-crm", ravi, then="open")
    on.fills(ravi, crm="https://crm.example/deals/42")
    on.shuts(ravi)


def _spoken_to(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    owned = on.dm(ravi, "Acme is yours")
    ravi.clicks("Spoke to them", on=owned)
    on.form("form-spoke", ravi, then="open")
    on.fills(ravi, word="Jane was glad that you thought of her.", values="Somebody who answers the phone")
    on.shuts(ravi)
    ravi.clicks("Meeting booked", on=owned)
    on.form("form-meeting", ravi, then="open")
    on.fills(ravi, on="2026-11-26", word="We meet on Thursday.")
    ravi.clicks("More…", on=owned)
    ravi.clicks("Next step")
    on.fills(ravi, step="Send the offer", on="2026-11-27")
    on.minutes(3)
    on.message("moved-words", erin, on.dm(erin, "booked a meeting"))
    on.clicks(erin, "Ask Ravi", "took it", channel=DM_OF_ERIN)
    on.whisper("answer-news", erin)


DM_OF_ERIN = "D0ERIN0000"


def _helped(on: Scene) -> None:
    ravi, wanda, erin = on.human("ravi"), on.human("wanda"), on.human("erin")
    on.clicks(wanda, "I know them", "Acme")
    on.form("form-know", wanda, then="open")
    on.fills(wanda, word="I sang in a choir with Jane.")
    on.whisper("answer-helped", wanda)
    on.minutes(3)
    on.message("offered", ravi, on.dm(ravi, "can help with Acme"))
    on.message("card-worked", wanda, on.posted("leads", "Acme"))
    on.message("detail", wanda, on.posted("leads", "What is known about lead 2"))
    wanda.types("/lead 2", "general")
    on.form("page-lead", wanda)
    ravi.clicks("More…", on=on.dm(ravi, "Acme is yours"))
    ravi.clicks("Write to Erin")
    on.form("form-say", ravi, then="open")
    on.fills(ravi, word="Jane asked me to greet you.")
    on.shuts(ravi)
    on.minutes(3)
    on.message("answered", erin, on.dm(erin, "Jane asked me to greet you."))


def _passed_on_and_lost(on: Scene) -> None:
    erin, ravi, rita = on.human("erin"), on.human("ravi"), on.human("rita")
    on.logs(erin, "Globex, Hank Scorpio, hank@globex.example, growing fast")
    on.clicks(ravi, "I'll take it", "Globex")
    ravi.clicks("More…", on=on.dm(ravi, "Globex is yours"))
    ravi.clicks("Pass to…")
    on.fills(ravi, owner="rita", note="Hank wants somebody in his own time zone.")
    on.shuts(ravi)
    on.minutes(60 * 5)
    on.message("owned-passed", rita, on.dm(rita, "Globex is yours"))
    on.message("owned-gone", ravi, on.dm(ravi, "has Globex"))
    rita.clicks("More…", on=on.dm(rita, "Globex is yours"))
    rita.clicks("Lost")
    on.fills(rita, reason="They chose somebody else", word="They were kind about it. Thank you all the same.")
    on.shuts(rita)
    on.minutes(3)
    on.message("moved-lost", erin, on.dm(erin, "It did not work out this time"))


def _a_candidate(on: Scene) -> None:
    erin, ruth = on.human("erin"), on.human("ruth")
    on.clicks(ruth, "I'll take it", "Jo", channel="hiring")
    owned = on.message("owned-talent", ruth, on.dm(ruth, "is yours, given by Erin"))
    ruth.clicks("Screening", on=owned)
    on.form("form-screening", ruth, then="open")
    on.fills(ruth)
    ruth.clicks("Interview", on=owned)
    on.form("form-interview", ruth)
    on.minutes(3)
    on.message("moved-talent", erin, on.dm(erin, "had a first conversation"))
