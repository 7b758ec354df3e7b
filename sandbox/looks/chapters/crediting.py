"""Who gets the credit: a lead that is logged for a colleague, and what becomes of it when these say that it is not
theirs.
"""

from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
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
