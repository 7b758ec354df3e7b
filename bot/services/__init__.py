"""What people do: one function, one transaction; none of them calls a platform."""

from bot.services.apart import take_apart
from bot.services.attachments import share, unshare
from bot.services.away import come_back, go_away
from bot.services.care import set_kept, set_told
from bot.services.corrections import leave_as_it_is, take_over
from bot.services.crediting import change_credit, leave_credit
from bot.services.crm import link_crm
from bot.services.disputes import answer_dispute, decide_dispute, dispute, drop_dispute
from bot.services.eligibility import set_rewarded
from bot.services.exports import export_leads
from bot.services.first_call import let_go
from bot.services.helping import need_help
from bot.services.homes import look_for, open_home
from bot.services.incoming import bring_list, drop_list, send_template, take_list
from bot.services.joining import join_leads
from bot.services.leaving import leave
from bot.services.log import edit_lead, keep_draft, log_lead
from bot.services.looks import set_looks
from bot.services.loop import answer, ask, help_with
from bot.services.moves import move_lead, refresh
from bot.services.offers import ask_offer, keep_offer, put_off_offer
from bot.services.parked import try_parked
from bot.services.privacy import (
    allow_person,
    answer_person,
    copy_for_person,
    correct_lead,
    note_seen,
    reapply_erasures,
)
from bot.services.profiles import change_profile
from bot.services.remarks import tell_wrong
from bot.services.setup import set_digest, set_people, set_places, set_reports
from bot.services.splits import agree_split, decide_split, differ_split, drop_split, propose_split
from bot.services.steps import hear_command, remove_trial, send_trial, skip_managers
from bot.services.talk import hear, note_typed, send_typed
from bot.services.terms import mute, set_terms, snooze
from bot.services.times import set_cadences, set_days_off, set_times, set_window
from bot.services.undoing import undo
from bot.services.warning import is_first
from bot.services.wins import thank
from bot.services.withdrawing import forget

__all__ = [
    "agree_split",
    "allow_person",
    "answer",
    "answer_dispute",
    "answer_person",
    "ask",
    "ask_offer",
    "bring_list",
    "change_credit",
    "change_profile",
    "come_back",
    "copy_for_person",
    "correct_lead",
    "decide_dispute",
    "decide_split",
    "differ_split",
    "dispute",
    "drop_dispute",
    "drop_list",
    "drop_split",
    "edit_lead",
    "export_leads",
    "forget",
    "go_away",
    "hear",
    "hear_command",
    "help_with",
    "is_first",
    "join_leads",
    "keep_draft",
    "keep_offer",
    "leave",
    "leave_as_it_is",
    "leave_credit",
    "let_go",
    "link_crm",
    "log_lead",
    "look_for",
    "move_lead",
    "mute",
    "need_help",
    "note_seen",
    "note_typed",
    "open_home",
    "propose_split",
    "put_off_offer",
    "reapply_erasures",
    "refresh",
    "remove_trial",
    "send_template",
    "send_trial",
    "send_typed",
    "set_cadences",
    "set_days_off",
    "set_digest",
    "set_kept",
    "set_looks",
    "set_people",
    "set_places",
    "set_reports",
    "set_rewarded",
    "set_terms",
    "set_times",
    "set_told",
    "set_window",
    "share",
    "skip_managers",
    "snooze",
    "take_apart",
    "take_list",
    "take_over",
    "tell_wrong",
    "thank",
    "try_parked",
    "undo",
    "unshare",
]
