"""What is said in English of what givers offer besides the lead."""

SENTENCES = {
    # In the form of a lead.
    "lead_form.tie": "How well do you know them?",
    "lead_form.tie.well": "Well",
    "lead_form.tie.a_little": "A little",
    "lead_form.tie.by_name": "Only by name",
    "lead_form.offers": "What can you do for whoever takes it?",
    "lead_form.offers.introduction": "Introduce them",
    "lead_form.offers.name": "Let them mention my name",
    "lead_form.offers.advice": "Give advice",
    # With the lead.
    "tie.well": "{referrer} knows them well.",
    "tie.a_little": "{referrer} knows them a little.",
    "tie.by_name": "{referrer} knows them only by name.",
    "offer.open": "{referrer} offers {what}.",
    "offer.introduction": "an introduction",
    "offer.name": "their name",
    "offer.advice": "advice",
    "offer.introduction.asked": "{referrer} was asked for the introduction, {at:day}.",
    "offer.introduction.done": "{referrer} made the introduction, {at:day}.",
    "offer.introduction.later": "{referrer} cannot make the introduction just now ({at:day}).",
    "offer.name.asked": "{referrer} was asked whether to be mentioned, {at:day}.",
    "offer.name.done": "{referrer} agrees to be mentioned.",
    "offer.name.later": "{referrer} would rather not be mentioned just now ({at:day}).",
    "offer.advice.asked": "{referrer} was asked for advice, {at:day}.",
    "offer.advice.done": "{referrer} gave advice, {at:day}.",
    "offer.advice.later": "{referrer} cannot give advice just now ({at:day}).",
    "button.offer.introduction": "Ask {referrer} for the introduction",
    "button.offer.name": "Ask to mention {referrer}",
    "button.offer.advice": "Ask {referrer} for advice",
    # To who offered it.
    "offer_asked.introduction.text": "{owner} would like your introduction to {called}",
    "offer_asked.introduction.says": "*{owner}* would like the introduction to *{title}* that you offered.",
    "offer_asked.introduction.draft": "Copy this, change what you like, and send it to both:",
    "offer_asked.name.text": "{owner} would like to mention you to {called}",
    "offer_asked.name.says": "*{owner}* would like to mention you to *{title}*, as you offered.",
    "offer_asked.name.draft": "They would say something like this:",
    "offer_asked.advice.text": "{owner} would like your advice on {called}",
    "offer_asked.advice.says": "*{owner}* would like your advice on *{title}*:",
    "offer_asked.done": "You did. Thank you!",
    "offer_asked.later": "You said: not now. You still can, and {owner} will hear.",
    "offer.hello.nobody": "Hello,",
    "offer.introduces": (
        "I would like to introduce {owner} to you: I think that the two of you should talk. "
        "I leave it to you from here."
    ),
    "offer.mention": "{name} thought that we should talk.",
    "button.offer_done.introduction": "I introduced them",
    "button.offer_done.name": "Yes, mention me",
    "button.advise.advice": "Give advice",
    "button.offer_later": "Not now",
    # The forms of advice.
    "question.title": "Ask for advice",
    "question.word": "What would you like to know? ({referrer} reads this, and the team)",
    "advice.title": "Give advice",
    "advice.word": "Your advice ({owner} and everyone who sees the lead read this)",
    # To whoever has it.
    "offer_answered.introduction.done.text": "{referrer} made the introduction to {called}",
    "offer_answered.introduction.done.says": "*{referrer}* made the introduction to *{title}*.",
    "offer_answered.introduction.later.text": "{referrer} cannot introduce you to {called} just now",
    "offer_answered.introduction.later.says": "*{referrer}* cannot introduce you to *{title}* just now.",
    "offer_answered.name.done.text": "{referrer} agrees to be mentioned to {called}",
    "offer_answered.name.done.says": "*{referrer}* agrees to be mentioned to *{title}*.",
    "offer_answered.name.later.text": "{referrer} would rather not be mentioned to {called} just now",
    "offer_answered.name.later.says": "*{referrer}* would rather not be mentioned to *{title}* just now.",
    "offer_answered.advice.done.text": "{referrer} advises you on {called}",
    "offer_answered.advice.done.says": "*{referrer}* advises you on *{title}*:",
    "offer_answered.advice.later.text": "{referrer} cannot advise you on {called} just now",
    "offer_answered.advice.later.says": "*{referrer}* cannot advise you on *{title}* just now.",
    # Who gave leads has left the company.
    "giver_left.text": "{giver} has left the company",
    "giver_left.lead": (
        "*{giver}* has left the company. The credit for lead {leads}, which you logged for them, stays theirs."
    ),
    "giver_left.leads": (
        "*{giver}* has left the company. The credit for leads {leads}, which you logged for them, stays theirs."
    ),
    "giver_left.over": "*{giver}* has left the company. Nothing is left to do about what they gave.",
    "liaison_left.says": (
        "*{giver}* has left the company, and nobody tells those outside any more what becomes of what they gave "
        "through them. The credit stays as it is. Please see that they hear:"
    ),
    "liaison_left.row": "{outside} gave {title} · {status}",
    # In the history.
    "did.offer_asked": "{actor} came back to what {other} offered",
    "did.offer_asked.introduction": "{actor} asked {other} for the introduction",
    "did.offer_asked.name": "{actor} asked to mention {other}",
    "did.offer_asked.advice": "{actor} asked {other} for advice",
    "did.offer_done": "{actor} did what they offered",
    "did.offer_done.introduction": "{actor} made the introduction",
    "did.offer_done.name": "{actor} agreed to be mentioned",
    "did.offer_done.advice": "{actor} gave advice",
    "did.offer_later": "{actor} cannot do just now what they offered",
    # To who pressed the button.
    "answer.offer_asked": "Asked. You will hear.",
    "answer.offer_asked.name": "{name} is asked. You will hear.",
    "answer.offer_done": "Thank you!",
    "answer.offer_done.owner": "Thank you! {owner} hears of it.",
    "answer.offer_later": "Fine. You still can, whenever it suits you.",
    "refused.not_offered": "That was not offered.",
    "refused.asked_already": "That is asked already. You will hear.",
    "refused.given_already": "That is done already.",
    "refused.giver_left": "{name} has left the company.",
}
