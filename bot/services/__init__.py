"""What people do: one function, one transaction; none of them calls a platform."""

from bot.services.away import come_back, go_away
from bot.services.crm import link_crm
from bot.services.exports import export_leads
from bot.services.first_call import let_go
from bot.services.helping import need_help
from bot.services.homes import look_for, open_home
from bot.services.leaving import leave
from bot.services.log import edit_lead, keep_draft, log_lead
from bot.services.looks import set_looks
from bot.services.loop import answer, ask, help_with
from bot.services.moves import move_lead, refresh, undo
from bot.services.parked import try_parked
from bot.services.remarks import tell_wrong
from bot.services.setup import set_digest, set_people, set_places, set_reports
from bot.services.steps import hear_command, remove_trial, send_trial, skip_managers
from bot.services.talk import hear, note_typed, send_typed
from bot.services.terms import mute, set_terms, snooze
from bot.services.times import set_cadences, set_days_off, set_times
from bot.services.wins import thank

__all__ = [
    "answer",
    "ask",
    "come_back",
    "edit_lead",
    "export_leads",
    "go_away",
    "hear",
    "hear_command",
    "help_with",
    "keep_draft",
    "leave",
    "let_go",
    "link_crm",
    "log_lead",
    "look_for",
    "move_lead",
    "mute",
    "need_help",
    "note_typed",
    "open_home",
    "refresh",
    "remove_trial",
    "send_trial",
    "send_typed",
    "set_cadences",
    "set_days_off",
    "set_digest",
    "set_looks",
    "set_people",
    "set_places",
    "set_reports",
    "set_terms",
    "set_times",
    "skip_managers",
    "snooze",
    "tell_wrong",
    "thank",
    "try_parked",
    "undo",
]
