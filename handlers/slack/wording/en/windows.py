"""What is said in English of how long a lead counts as its givers', and where admins choose it."""

SENTENCES = {
    # With the lead.
    "lead.window": "It counts as given by {givers} until {on}, and longer with whatever happens to it.",
    "lead.window.talent": "They count as named by {givers} until {on}, and longer with whatever happens.",
    "lead.window.yours": "It is yours until {on}, and longer with whatever happens to it.",
    "lead.window.yours.talent": "They count as named by you until {on}, and longer with whatever happens.",
    "lead.window.over": "Nothing happened to it for long. Since {on}, whoever else gives it gives it anew.",
    "lead.window.over.talent": "Nothing happened for long. Since {on}, whoever else names them names them anew.",
    "update.window": "It counts as yours until {on} if somebody else gives it too; whatever happens starts that anew.",
    "update.window.talent": (
        "They count as named by you until {on} if somebody else names them too; whatever happens starts that anew."
    ),
    # To its givers.
    "window.text": "{called} counts as yours until {on}",
    "window.text.talent": "{called} counts as named by you until {on}",
    "window.text.ever": "{called} counts as yours",
    "window.text.ever.talent": "{called} counts as named by you",
    "window.text.over": "{called}: whoever else gives it gives it anew",
    "window.text.over.talent": "{called}: whoever else names them names them anew",
    "window.soon": (
        "Nothing happened to *{title}* since {since:day}. Until {on} it counts as yours if somebody else gives it too. "
        "Ask {owner}, or say what is new, and that starts anew."
    ),
    "window.soon.talent": (
        "Nothing happened with *{title}* since {since:day}. Until {on} they count as named by you if somebody else "
        "names them too. Ask {owner}, or say what is new, and that starts anew."
    ),
    "window.soon.nobody": (
        "Nothing happened to *{title}* since {since:day}. Until {on} it counts as yours if somebody else gives it too. "
        "Ask how it goes, or say what is new, and that starts anew."
    ),
    "window.soon.nobody.talent": (
        "Nothing happened with *{title}* since {since:day}. Until {on} they count as named by you if somebody else "
        "names them too. Ask how it goes, or say what is new, and that starts anew."
    ),
    "window.over": (
        "Nothing happened to *{title}* since {since:day}: from now on, somebody else who gives it gives it anew. "
        "That you gave it stays in its record, and if it is won you are thanked and rewarded like before."
    ),
    "window.over.talent": (
        "Nothing happened with *{title}* since {since:day}: from now on, somebody else who names them names them "
        "anew. That you named them stays in the record, and if they are hired you are thanked and rewarded like before."
    ),
    "window.anew": "Something happened to *{title}*: it counts as yours until {on} again.",
    "window.anew.talent": "Something happened with *{title}*: they count as named by you until {on} again.",
    "window.anew.ever": "*{title}* counts as yours.",
    "window.anew.ever.talent": "*{title}* counts as named by you.",
    "windows.title": "For how long they are yours",
    "windows.text": "For how long your leads count as yours: {number} of them",
    "given_anew.text": "{giver} gave {called} anew",
    "given_anew.says": (
        "*{giver}* gave *{title}* anew: nothing had happened to yours for long, so both stand, linked. That you gave "
        "it first stays in its record, and you hear what becomes of yours like before."
    ),
    # The form.
    "window.title": "How long it is theirs",
    "window.says": (
        "A lead counts as its givers' for so many days after anything was done to it: until then, who gives the same "
        "stands beside them, and later they give a lead of their own. Two weeks before, its givers are told. Who gave "
        "a lead first always stays in its record."
    ),
    "window.days": "Days",
    "window.days.hint": "Leave it empty where that never ends. What is promised already stays promised.",
    "button.setup.window": "How long it is theirs",
    "setup.window": "How long a lead is its givers'",
    "setup.window.is": "{number} days after anything was done to it",
    "setup.window.ever": "for ever",
    "refused.not_days.window": "Write a number of days, from {least} to {most}, or nothing.",
}
