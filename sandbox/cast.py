"""Who works at Sandbox Inc., and which channels they have."""

from sandbox.records import BOT_USER, SLACKBOT, Channel, User

PLACES = ("general", "leads", "wins", "hiring")


def users() -> list[User]:
    """Everybody, in the order in which the page offers them."""
    return [
        _person("erin", "Erin Ortega", "Europe/Madrid", "Support"),
        _person("wanda", "Wanda Weber", "Europe/Madrid", "Warehouse"),
        _person("ravi", "Ravi Rao", "Europe/London", "Sales rep"),
        _person("rita", "Rita Rossi", "America/New_York", "Sales rep"),
        _person("ruth", "Ruth Richter", "Europe/Berlin", "Recruiter"),
        _person("mona", "Mona Meyer", "Europe/Madrid", "Marketer"),
        _person("mara", "Mara Manu", "Pacific/Auckland", "Sales manager"),
        _person("ada", "Ada Abe", "Europe/Madrid", "Workspace admin", admin=True),
        _person("gus", "Gus Green", "Europe/Madrid", "Guest", guest=True),
        User(BOT_USER, "leadloop", "Leadloop", "America/Los_Angeles", "App", is_bot=True),
        User(SLACKBOT, "slackbot", "Slackbot", "America/Los_Angeles", "Slackbot"),
    ]


def channels() -> list[Channel]:
    everybody = [user.id for user in users() if not user.is_bot and not user.is_restricted and user.id != SLACKBOT]
    return [
        Channel("C0GENERAL1", "general", "public", [*everybody, _id("gus")]),
        Channel("C0LEADS001", "leads", "public", [*everybody, BOT_USER]),
        Channel("C0WINS0001", "wins", "public", [*everybody, BOT_USER]),
        Channel("C0HIRING01", "hiring", "private", [_id("ruth"), _id("ada"), BOT_USER]),
    ]


def _id(name: str) -> str:
    return f"U0{name.upper():0<8}"


def _person(name: str, real: str, tz: str, title: str, *, admin: bool = False, guest: bool = False) -> User:
    mail = f"{name}@sandbox.example"
    return User(_id(name), name, real, tz, title, mail, is_admin=admin, is_owner=admin, is_restricted=guest)
