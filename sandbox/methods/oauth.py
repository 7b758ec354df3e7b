"""The method oauth.v2.access, for a new token in exchange for a refresh token."""

from sandbox.methods.request import Request
from sandbox.records import APP, BOT_USER, TEAM, Json
from sandbox.refusal import RefusalError
from sandbox.tokens import CLIENT_ID, CLIENT_SECRET, LIFE
from sandbox.world import NAME


def access(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/oauth.v2.access; nobody installs the app here, so no code is taken."""
    if request.text("client_id") != CLIENT_ID:
        raise RefusalError("invalid_client_id")
    if request.text("client_secret") != CLIENT_SECRET:
        raise RefusalError("bad_client_secret")
    if request.text("grant_type") != "refresh_token":
        raise RefusalError("invalid_grant_type" if request.args.get("grant_type") else "invalid_code")
    token, refresh = request.world.tokens.refresh(request.text("refresh_token"), request.world.now())
    return {
        "access_token": token,
        "token_type": "bot",
        "scope": ",".join(sorted(request.world.manifest.scopes)),
        "bot_user_id": BOT_USER,
        "app_id": APP,
        "expires_in": int(LIFE.total_seconds()),
        "refresh_token": refresh,
        "team": {"id": TEAM, "name": NAME},
        "enterprise": None,
        "is_enterprise_install": False,
    }
