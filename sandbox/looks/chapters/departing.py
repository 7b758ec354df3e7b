"""Somebody who gave leads leaves the company: their credit stays, and who is left is told."""

from sandbox import happenings
from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
    mona, wanda = on.human("mona"), on.human("wanda")
    on.logs(wanda, "Monk's Cafe, Larry, larry@monks.example", credit="colleague", colleague="mona")
    on.logs(mona, "Vandelay Imports, Art, art@imports.example", credit="outside", outside="Ola Lind")
    on.minutes(3)
    for heard in happenings.leaves_company(on.sandbox.world, mona.user):
        heard.result(10)
    on.minutes(3)
    on.message("giver-left", wanda, on.dm(wanda, "which you logged for them, stays theirs"))
    ada = on.human("ada")
    on.message("liaison-left", ada, on.dm(ada, "what becomes of what they gave"))
