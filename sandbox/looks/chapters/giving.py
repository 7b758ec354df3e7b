"""Giving: the form, the receipt, the card, and what happens when Slack is away."""

from sandbox.looks.scene import Scene

LINE = "/lead Acme, Jane Doe, jane@acme.example, +34 600 123 456, needs payroll in Spain"


def tell(on: Scene) -> None:
    _what_we_look_for(on)
    _a_lead(on)
    _a_candidate(on)
    _a_draft(on)


def _what_we_look_for(on: Scene) -> None:
    mara, ruth = on.human("mara"), on.human("ruth")
    on.opens_home(mara)
    mara.clicks("Change what we look for", on="home")
    mara.sets(
        "looks.sales", "Companies with people in Spain and no payroll there\nFounders who hire their tenth person"
    )
    on.form("form-looks", mara, then="open")
    on.fills(mara)
    on.opens_home(ruth)
    ruth.clicks("Change what we look for", on="home")
    on.fills(ruth, **{"looks.talent": "Testers who would rather build"})


def _a_lead(on: Scene) -> None:
    erin = on.human("erin")
    erin.types("/lead help", "general")
    on.whisper("command-help", erin)
    erin.types("/lead", "general")
    on.form("form-lead", erin)
    erin.types(LINE, "general")
    on.form("form-lead-filled", erin, then="open")
    erin.clicks("Add details")
    for name, text in (
        ("need", "Payroll for twelve people"),
        ("how_known", "We worked together at Initech"),
        ("help", "I can introduce you"),
    ):
        erin.sets(name, text)
    on.form("form-lead-details", erin, then="open")
    on.fills(erin)
    receipt = on.message("receipt", erin, on.dm(erin, "Lead 2 is logged"))
    on.message("confirm-withdraw", erin, receipt, press="Withdraw")
    erin.clicks("Edit", on=receipt)
    on.form("form-edit", erin)
    on.message("card-new", on.human("wanda"), on.posted("leads", "Acme"))


def _a_candidate(on: Scene) -> None:
    erin, ruth = on.human("erin"), on.human("ruth")
    on.logs(erin, "Jo Park, jo@park.example, the best tester I have worked with", kind="talent")
    on.message("receipt-talent", erin, on.dm(erin, "Lead 3 is logged"))
    on.message("card-talent", ruth, on.posted("hiring", "Jo"))


def _a_draft(on: Scene) -> None:
    """Slack opens no form just then."""
    wanda, faults = on.human("wanda"), on.sandbox.world.faults
    faults.add("views.open", "status")
    wanda.types("/lead Hooli, their driver says that they are moving", "general")
    on.settle()
    on.whisper("answer-draft", wanda)
    draft = on.message("draft", wanda, on.dm(wanda, "Your draft can be finished"))
    wanda.clicks("Finish it", on=draft)
    on.fills(wanda)
    on.message("draft-finished", wanda, on.dm(wanda, "Your draft has become a lead"))
    faults.add("views.open", "status")
    wanda.types("/lead", "general")
    on.whisper("refusal-whisper", wanda)
