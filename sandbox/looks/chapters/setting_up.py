"""The first day: an admin sets everything up, and a lead comes before it is."""

from sandbox.looks.scene import Scene


def tell(on: Scene) -> None:
    _before_anything_is_set(on)
    _steps(on)
    _settings(on)


def _before_anything_is_set(on: Scene) -> None:
    ada, wanda, erin = on.human("ada"), on.human("wanda"), on.human("erin")
    on.home("home-newcomer", wanda)
    on.home("home-first-day", ada)
    erin.types("/lead", "general")
    on.form("form-lead-first", erin)
    erin.types("/lead Initrode, looks for a warehouse", "general")
    on.fills(erin)
    on.message("receipt-no-channel", erin, on.dm(erin, "No channel is set"))
    on.minutes(3)
    on.message("place-missing", ada, on.dm(ada, "no channel is set"))
    on.home("home-anybody-takes", wanda)
    ada.clicks("Send a test lead", on="home")
    on.form("refusal-window", ada)


def _steps(on: Scene) -> None:
    ada, world = on.human("ada"), on.sandbox.world
    ada.clicks("Choose the channels", on="home")
    on.form("form-channels", ada, then="open")
    ada.sets("leads", "general")
    ada.submits()
    on.form("refusal-field", ada, then="open")
    on.fills(ada, leads="leads", wins="wins", hiring="hiring")
    ada.clicks("Name the lead desk", on="home")
    on.fills(ada, **{"desk.sales": "mona", "desk.talent": "ruth"}, recruiter=["ruth"], manager=["mara"])
    sales = [world.user(name).id for name in ("ravi", "rita")]
    world.usergroups["S1"] = {"id": "S1", "name": "Sales", "handle": "sales", "users": sales}
    ada.clicks("Name who works leads", on="home")
    on.form("form-workers", ada, then="open")
    on.fills(ada, group="Sales")
    ada.clicks("Send a test lead", on="home")
    on.settle()
    on.message("trial", ada, on.posted("leads", "A test lead"))
    on.home("home-steps", ada)
    ada.clicks("I see it: take it away", on="home")
    on.settle()
    on.shuts(ada)


def _settings(on: Scene) -> None:
    ada = on.human("ada")
    ada.clicks("Choose what we keep", on="home")
    on.form("form-kept", ada, then="open")
    on.fills(ada, keeping="erase", lost="24", declined="12")
    on.form("form-kept-sure", ada, then="open")
    on.fills(ada)
    ada.clicks("What people are told", on="home")
    on.form("form-told", ada, then="open")
    on.fills(ada, company="Sandbox Inc.", address="privacy@sandbox.example")
    on.home("home-admin", ada)
    for button, name in (
        ("People", "people"),
        ("Who manages whom", "reports"),
        ("Days off", "days"),
        ("Working time", "times"),
        ("How often people hear", "cadences"),
        ("How long it is theirs", "window"),
        ("Who is rewarded…", "rewarded"),
        ("Weekly digest", "digest"),
        ("Introduce Leadloop", "introduction"),
        ("Who changed what", "changes"),
    ):
        ada.clicks(button, on="home")
        on.form(f"form-{name}", ada)
    ada.types("/lead settings", "general")
    on.settle()
    ada.clicks("The company's settings")
    on.form("page-company", ada)
    ada.types("/lead admin", "general")
    on.whisper("command-admin", ada)
