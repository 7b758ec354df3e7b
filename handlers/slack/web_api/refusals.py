"""What Slack's refusals mean: whom they concern, and who can mend them.

The codes: https://docs.slack.dev/reference/methods/chat.postMessage, .../chat.update, .../chat.delete,
.../conversations.open and .../views.publish.
"""

from collections.abc import Mapping

from bot.troubles import Cause

CAUSES: Mapping[str, Cause] = {
    "is_archived": Cause.ARCHIVED,
    "is_inactive": Cause.ARCHIVED,  # chat.update's word for a frozen, archived or deleted channel
    "not_in_channel": Cause.NOT_IN,
    "channel_not_found": Cause.MISSING,
    "ekm_access_denied": Cause.CLOSED,
    "restricted_action": Cause.CLOSED,
    "restricted_action_non_threadable_channel": Cause.CLOSED,
    "restricted_action_read_only_channel": Cause.CLOSED,
    "restricted_action_thread_only_channel": Cause.CLOSED,
    "user_disabled": Cause.GONE,
    "user_not_found": Cause.UNREACHABLE,
    "user_not_visible": Cause.UNREACHABLE,
    "messages_tab_disabled": Cause.MESSAGES,
    "not_enabled": Cause.HOME,
    "missing_scope": Cause.SCOPE,
    "cannot_reply_to_message": Cause.MOOT,
    "cant_delete_message": Cause.MOOT,
    "cant_update_message": Cause.MOOT,
    "edit_window_closed": Cause.MOOT,
    "message_not_found": Cause.MOOT,
    "restricted_action_thread_locked": Cause.MOOT,
    "thread_not_found": Cause.MOOT,
}
OUR_TOKEN = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})
"""Nothing is wrong with what was said; it can be said when somebody has mended the token.

`account_inactive` is no person's: with a bot's token the app was uninstalled.
"""
LATER = frozenset({"message_limit_exceeded", "org_login_required", "team_added_to_org", "external_channel_migrating"})
"""A limit of the workspace, or its move to another plan: that passes."""


def cause(code: str) -> Cause:
    return CAUSES.get(code, Cause.FAULT)
