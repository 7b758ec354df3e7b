"""Every Web API method that the bot calls, with the scopes it needs: held to the code and to manifest.yml by tests.

Scopes as each method's page says: https://docs.slack.dev/reference/methods
"""

from collections.abc import Mapping

METHODS: Mapping[str, frozenset[str]] = {
    "apps.connections.open": frozenset(),  # with the app-level token, whose scope is connections:write
    "auth.test": frozenset(),
    "bots.info": frozenset({"users:read"}),
    "chat.delete": frozenset({"chat:write"}),
    "chat.getPermalink": frozenset(),
    "chat.postMessage": frozenset({"chat:write"}),
    "chat.update": frozenset({"chat:write"}),
    "conversations.history": frozenset({"channels:history", "groups:history", "im:history"}),
    "conversations.info": frozenset({"channels:read", "groups:read"}),
    "conversations.members": frozenset({"channels:read", "groups:read"}),
    "conversations.open": frozenset({"im:write"}),
    "conversations.replies": frozenset({"channels:history", "groups:history", "im:history"}),
    "files.completeUploadExternal": frozenset({"files:write"}),
    "files.delete": frozenset({"files:write"}),
    "files.getUploadURLExternal": frozenset({"files:write"}),
    "files.info": frozenset({"files:read"}),
    "oauth.v2.access": frozenset(),  # with the app's own id and secret
    "team.profile.get": frozenset({"users.profile:read"}),
    "usergroups.list": frozenset({"usergroups:read"}),
    "usergroups.users.list": frozenset({"usergroups:read"}),
    "users.info": frozenset({"users:read"}),
    "users.profile.get": frozenset({"users.profile:read"}),
    "views.open": frozenset(),
    "views.publish": frozenset(),
    "views.push": frozenset(),
    "views.update": frozenset(),
}

EVENTS: Mapping[str, frozenset[str]] = {
    "app_mention": frozenset({"app_mentions:read"}),
    "app_home_opened": frozenset(),
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
    "user_change": frozenset({"users:read"}),
}
"""Every event that a listener wants, with its scopes: https://docs.slack.dev/reference/events."""

WAYS_IN = frozenset({"commands"})
"""For the command and the shortcuts: https://docs.slack.dev/reference/scopes/commands."""


OPTIONAL = frozenset({"users.profile:read"})
"""Not in the manifest: a company adds it if departments are to come from profiles; all else works without."""


def scopes_needed() -> frozenset[str]:
    return WAYS_IN.union(*METHODS.values(), *EVENTS.values()) - OPTIONAL
