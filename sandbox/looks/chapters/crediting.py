"""Who gets the credit: a colleague, who may say that it is not theirs; and somebody outside, through their liaison."""

from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
    _for_a_colleague(on)
    _from_outside(on)
    _decided(on)


def _for_a_colleague(on: Scene) -> None:
    erin, wanda = on.human("erin"), on.human("wanda")
    wanda.types("/lead Vandelay, Art Venn, art@vandelay.example", "general")
    wanda.clicks("Add details")
    wanda.sets("credit", "colleague")
    wanda.sets("colleague", "erin")
    on.form("form-lead-colleague", wanda, then="open")
    on.fills(wanda)
    on.minutes(1)
    receipt = on.message("receipt-behalf", erin, on.dm(erin, "for you. Thank you for Vandelay"))
    behalf = on.message("behalf", wanda, on.dm(wanda, "they have the credit"))
    on.message("confirm-leave-credit", erin, receipt, press="Leave the credit to Wanda")
    on.forget_whispers()
    erin.clicks("Leave the credit to Wanda", on=receipt)
    on.whisper("answer-credit-left", erin)
    on.minutes(1)
    on.message("receipt-left", erin, receipt)
    on.message("behalf-left", wanda, behalf)


def _decided(on: Scene) -> None:
    """A manager knows better whose it was; and what of all this stands outside the database."""
    erin, wanda, mara, ada = (on.human(name) for name in ("erin", "wanda", "mara", "ada"))
    erin.types("/lead Pinkman Ltd, Jesse Pinkman, jesse@pinkman.example", "general")
    on.fills(erin)
    receipt = on.dm(erin, "Thank you for Pinkman")
    mara.types(f"/lead {on.number(receipt)}", "general")
    mara.clicks("Change credit…")
    mara.sets("to", "wanda")
    mara.sets("reason", "Wanda met them at the fair and told Erin.")
    on.form("form-change-credit", mara, then="open")
    on.fills(mara)
    on.whisper("answer-credit-changed", mara)
    on.minutes(1)
    on.message("credit-changed", erin, on.dm(erin, "changed who has the credit"))
    on.message("receipt-changed", erin, receipt)
    on.message("receipt-new", wanda, on.dm(wanda, "Thank you for Pinkman"))
    on.message("anchored", ada, on.dm(ada, "The ledger"))


def _from_outside(on: Scene) -> None:
    erin = on.human("erin")
    erin.types("/lead Kramerica, Bob Sacamano, bob@kramerica.example", "general")
    erin.clicks("Add details")
    for name, value in (("credit", "outside"), ("outside", "Ola Lind"), ("outside_email", "ola@lind.example")):
        erin.sets(name, value)
    on.form("form-lead-outside", erin, then="open")
    on.fills(erin)
    receipt = on.message("receipt-outside", erin, on.dm(erin, "Thank you for Kramerica"))
    on.message("card-outside", on.human("wanda"), on.posted("leads", "Kramerica"))
    erin.clicks("Pass it on to Ola", on=receipt)
    on.form("page-pass-on", erin)
