"""What is said in English when a lead is won: thanks, the announcement, and taking it back."""

SENTENCES = {
    # To the referrer.
    "thanks.text": "It is won: {called}. Thank you!",
    "thanks.text.talent": "Hired: {called}. Thank you!",
    "thanks.won": "*It is won.* You gave this lead; it would not be here without you.",
    "thanks.won.talent": "*Hired!* You gave us this colleague; it would not have happened without you.",
    "thanks.from": "*{owner}* to you:",
    "thanks.to_follow": "*Won, {owner}'s thanks to follow.* You gave this lead; it would not be here without you.",
    "thanks.to_follow.talent": "*Hired, {owner}'s thanks to follow.* It would not have happened without you.",
    "thanks.following": "Here are the thanks that were to follow.",
    "thanks.following.text": "{owner} thanks you for {called}",
    "thanks.company": "*In the name of us all: thank you.* You gave this lead, and it was won.",
    "thanks.company.talent": "*In the name of us all: thank you.* You gave this lead, and a colleague came of it.",
    "thanks.company.text": "Thank you for {called}",
    # The announcement.
    "win.helpers": "With the help of {names}.",
    "win.text": "Won, given by {referrer}",
    "win.text.talent": "Hired, given by {referrer}",
    "win.title": "Won: {title}",
    "win.title.talent": "Hired: {title}",
    "win.unnamed": "Won: a new customer",
    "win.unnamed.talent": "Hired: a new colleague",
    "win.by": "*{referrer}* gave this lead, *{owner}* worked it.",
    "win.by_both": "*{referrer}* gave this lead and worked it.",
    "win.says": "*{owner}* says:",
    "win.company": "In the name of us all: thank you, {referrer}.",
    "win.company.unnamed": "In the name of us all: thank you.",
    "undone.text": "A win was taken back",
    "undone.text.talent": "A hire was taken back",
    "undone.says": "This was announced too early and is not settled yet.",
    "undone.given": "Given by *{referrer}*.",
    "undone.named": "{title}: this was announced too early and is not settled yet.",
    # To the owner.
    "words.text": "Your words of thanks for {called} are still missing",
    "words.says": "*{title}* is won. *{referrer}* gave it and is waiting for your words of thanks.",
    "words.says.talent": "*{title}* is hired. *{referrer}* gave the lead and is waiting for your words of thanks.",
    "words.says.several": "*{title}* is won. *{referrer}* gave it and are waiting for your words of thanks.",
    "words.says.several.talent": (
        "*{title}* is hired. *{referrer}* gave the lead and are waiting for your words of thanks."
    ),
}
