"""Somebody knew them already: a claim, what who gave it answers, and what a manager decides."""

from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
    erin, wanda, mara = (on.human(name) for name in ("erin", "wanda", "mara"))
    erin.types("/lead Dunder, Pam Halpert, pam@dunder.example", "general")
    on.fills(erin)
    receipt = on.dm(erin, "Thank you for Dunder")
    wanda.types(f"/lead {on.number(receipt)}", "general")
    wanda.clicks("I knew them already…")
    for name, value in (("where", "https://crm.example/42"), ("day", "2026-09-14"), ("word", "I met Pam last summer.")):
        wanda.sets(name, value)
    on.form("form-dispute", wanda, then="open")
    on.fills(wanda)
    on.whisper("answer-disputed", wanda)
    on.minutes(1)
    claimed = on.message("disputed-claims", wanda, on.dm(wanda, "You say that you knew"))
    on.message("confirm-dispute-drop", wanda, claimed, press="Take it back")
    told = on.message("disputed", erin, on.dm(erin, "before you gave it"))
    erin.clicks("Answer…", on=told)
    erin.sets("word", "That was a party. I brought her to us in October.")
    on.form("form-dispute-answer", erin, then="open")
    on.fills(erin)
    on.minutes(60 * 12)
    asked = on.message("disputed-decides", mara, on.dm(mara, "It is for you to decide"))
    mara.clicks("Decide…", on=asked)
    mara.sets("outcome", "kept")
    mara.sets("reason", "A party is no lead: Erin was the first to bring her to us.")
    on.form("form-dispute-decide", mara, then="open")
    on.fills(mara)
    on.minutes(60 * 12)
    on.message("dispute-settled", wanda, on.dm(wanda, "is settled"))
