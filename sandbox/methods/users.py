"""The methods users.*, usergroups.*, auth.*, bots.* and api.test."""

from sandbox.methods.request import Request
from sandbox.records import APP, BOT, BOT_USER, TEAM, Json, User
from sandbox.refusal import RefusalError
from sandbox.world import NAME


def auth_test(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/auth.test"""
    return {
        "url": f"{request.url}/",
        "team": NAME,
        "team_id": TEAM,
        "user": "leadloop",
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


def api_test(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/api.test: says what it was told, and fails when told to."""
    if request.args.get("error"):
        raise RefusalError(request.text("error"), args=request.args)
    return {"args": request.args}


def bots_info(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/bots.info"""
    if request.text("bot", BOT) != BOT:
        raise RefusalError("bot_not_found")
    return {"bot": {"id": BOT, "deleted": False, "name": "Leadloop", "app_id": APP, "user_id": BOT_USER}}


def info(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/users.info; the locale only when asked for."""
    return {"user": _shown(request, request.user())}


def profile(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/users.profile.get: the custom fields, which users.info leaves out."""
    user = request.user()
    shown = _shown(request, user)["profile"]
    return {"profile": shown | {"fields": {name: {"value": said, "alt": ""} for name, said in user.fields.items()}}}


def team_profile(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/team.profile.get"""
    return {"profile": {"fields": request.world.profile_fields, "sections": []}}


def list_(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/users.list"""
    every = [_shown(request, user) for user in request.world.users.values()]
    return request.page(every, "members", default=len(every))


def lookup_by_email(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/users.lookupByEmail"""
    wanted = request.need("email").lower()
    for user in request.world.users.values():
        if user.email.lower() == wanted and not user.deleted:
            return {"user": _shown(request, user)}
    raise RefusalError("users_not_found")


def groups(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/usergroups.list; members only with include_users."""
    hidden = set() if request.flag("include_users") else {"users"}
    every = [{k: v for k, v in one.items() if k not in hidden} for one in request.world.usergroups.values()]
    return {"usergroups": every}


def group_members(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/usergroups.users.list"""
    found = request.world.usergroups.get(request.need("usergroup"))
    if found is None:
        raise RefusalError("no_such_subteam")
    return {"users": found["users"]}


def _shown(request: Request, user: User) -> Json:
    with_email = "users:read.email" in request.world.manifest.scopes
    shown = user.as_json(request.world.now(), with_email=with_email)
    if not request.flag("include_locale"):
        del shown["locale"]
    return shown
