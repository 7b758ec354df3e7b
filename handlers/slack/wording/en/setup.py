"""What the set-up says in English."""

SENTENCES = {
    # The steps.
    "steps.left": "{done} of {all} steps are done. It takes ten minutes.",
    "steps.done": "All steps are done. Tell your colleagues about it:",
    "step.channels": (
        "Choose a channel for leads, one for wins and, private, one for hiring. Invite the bot to each of them first; "
        "it is checked when you save."
    ),
    "step.channels.done": "*Done:* the channels for leads and wins are chosen.",
    "step.desk": "Name the lead desk: one person, and a deputy, who get what nobody takes.",
    "step.desk.done": "*Done:* the lead desk is named.",
    "step.workers": "Say who works leads: by name, everybody in a channel, or a user group.",
    "step.workers.done": "*Done:* it is said who works leads.",
    "step.managers": "Name managers, who hear when something is stuck. Or skip this: then the lead desk stands in.",
    "step.managers.done": "*Done:* managers, or the lead desk in their place.",
    "step.test": "Try it: a test lead is shown in the channel for leads, and taken away again.",
    "step.test.sent": "Look at the channel for leads: the test lead comes within seconds. Do you see it?",
    "step.test.done": "*Done:* a test lead was shown, and is gone again.",
    "step.command": (
        "Type {command} once, anywhere: I'll tick this when I hear it. If another app answers, give this one another "
        "name: change the command in the app's manifest, and set LEAD_COMMAND to the same."
    ),
    "step.command.done": "*Done:* {command} is heard.",
    # The test lead.
    "trial.text": "A test lead, by {by}",
    "trial.title": "A test lead",
    "trial.says": "Leads will stand here, each with its buttons. *{by}* is trying it out; this goes away again.",
    # What is set.
    "setup.place.leads": "Channel for leads",
    "setup.place.wins": "Channel for wins",
    "setup.place.hiring": "Private channel for hiring",
    "setup.is": "{what}: {value}",
    "setup.none": "nobody yet",
    "setup.place.none": "not set",
    "setup.days.none": "none",
    "setup.role.rep": "Reps",
    "setup.role.recruiter": "Recruiters",
    "setup.role.marketer": "Marketers",
    "setup.role.manager": "Managers",
    "setup.role.admin": "Admins",
    "setup.desk.sales": "Lead desk for possible customers",
    "setup.desk.talent": "Lead desk for possible colleagues",
    "setup.days": "Days off",
    "setup.digest": "Weekly digest",
    "setup.digest.when": "on {day} at {hour}",
    "setup.digest.by_field": "{when}; departments as people's profiles say",
    "setup.digest.by_team": "{when}; departments: {teams}",
    "weekday.1": "Monday",
    "weekday.2": "Tuesday",
    "weekday.3": "Wednesday",
    "weekday.4": "Thursday",
    "weekday.5": "Friday",
    "weekday.6": "Saturday",
    "weekday.7": "Sunday",
    # Buttons.
    "button.setup.places": "Channels",
    "button.setup.people": "People",
    "button.setup.reports": "Who manages whom",
    "button.setup.days": "Days off",
    "button.changes": "Who changed what",
    "button.introduce": "Introduce Leadloop",
    "button.step.places": "Choose the channels",
    "button.step.desk": "Name the lead desk",
    "button.step.workers": "Name who works leads",
    "button.step.managers": "Name managers",
    "button.step.skip": "Skip this",
    "button.step.test": "Send a test lead",
    "button.step.again": "Send it again",
    "button.step.remove": "I see it: take it away",
    # Forms.
    "workers.title": "Who works leads",
    "workers.rep": "Reps by name",
    "workers.channel": "And everybody in this channel",
    "workers.channel.hint": "As it is today: who joins later is not added. Invite the bot to a private one first.",
    "workers.group": "And everybody in this user group",
    "setup.places.title": "Channels",
    "setup.places.hint": "Invite the bot to it first, so that it may post there.",
    "setup.people.title": "People",
    "setup.people.rep": "Reps: they take possible customers",
    "setup.people.recruiter": "Recruiters: they take possible colleagues",
    "setup.people.marketer": "Marketers: they say when a lead is ready for sales",
    "setup.people.manager": "Managers: they hear when something is stuck",
    "setup.people.admin": "Admins: they change these settings, and read no leads by it",
    "setup.people.deputy": "Their deputy",
    "setup.people.rep.hint": "Leave it empty: then every colleague may.",
    "setup.people.recruiter.hint": "Leave it empty: then the lead desk may.",
    "setup.people.marketer.hint": "Leave it empty: then leads go straight to the reps.",
    "setup.people.manager.hint": "Leave it empty: then the lead desk stands in.",
    "setup.people.admin.hint": "Leave it empty: then the workspace's owners and admins do.",
    "setup.people.desk.sales.hint": "They get what nobody has. Leave it empty: then the admins stand in.",
    "setup.people.desk.talent.hint": "They get what nobody has. Leave it empty: then the recruiters stand in.",
    "setup.reports.title": "Who manages whom",
    "setup.reports.none": "Name managers first, under People.",
    "setup.reports.of": "{manager} manages",
    "setup.reports.hint": "Leave it empty: then they manage everybody, recruiters too.",
    "setup.days.title": "Days off",
    "setup.days.days": "Days on which the company rests, one a line: 2026-12-25",
    # The introduction.
    "introduction.title": "Introduce Leadloop",
    "introduction.says": (
        "Copy this into a channel that everybody reads, and change it as you like. It is yours to post: "
        "Leadloop writes to nobody unasked."
    ),
    "introduction.text": (
        "From today, anybody can give us a lead: a company that may need us, or somebody who may want to work here. "
        "Type {command} anywhere in Slack, with a name and one line of what you know. It takes half a minute.\n\n"
        "You will not have to ask what became of it. You hear who takes it, each step, and how it ends, good news and "
        "bad. It stays your lead: who gave it is said wherever it is shown, and when it is won you are thanked.\n\n"
        "You overhear things that nobody in sales or hiring does. Please pass them on."
    ),
    # Who changed what.
    "changes.title": "Who changed what",
    "changes.line": "{when} · *{by}* · {what}",
    "changes.none": "Nothing has been changed yet.",
    "changes.role": "People",
    "changes.reports": "Who manages whom",
    "changes.days_off": "Days off",
    "changes.teams": "Departments",
    "changes.profile_field": "Departments",
    "changes.looks": "What we look for",
    "changes.away": "Who is away",
    "changes.command": "The command's name",
    "changes.other": "A setting",
}
