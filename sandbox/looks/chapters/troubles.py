"""The channel for leads is archived by mistake, and opened again."""

from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
    ada, erin = on.human("ada"), on.human("erin")
    ada.archives("leads")
    erin.types("/lead Globex, wants a second supplier", "general")
    on.fills(erin)
    on.minutes(1)
    on.message("parked", ada, on.dm(ada, "Nobody can write in"))
    on.home("home-parked", ada)
    ada.unarchives("leads")
    ada.clicks("Try again", on="home")
    on.form("answer-parked", ada)
    on.minutes(1)
    on.message("parked-mended", ada, on.dm(ada, "what waited is on its way"))
