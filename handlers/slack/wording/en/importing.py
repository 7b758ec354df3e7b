"""What is said in English of a list of leads that came from elsewhere, and of its rows."""

SENTENCES = {
    # To who brought it.
    "imported.text": "The list {name} is in",
    "imported.says": "The list *{name}* is in.",
    "imported.new": "{number} new",
    "imported.related": "{number} new, and linked to what is like them",
    "imported.joined": "{number} joined to leads that somebody gave before: both are named",
    "imported.known": "{number} left out, since they are here already",
    "imported.refused": "{number} refused",
    "imported.already": "{number} imported before",
    "imported.about": (
        "Nobody else was written to. Whoever gave them hears where they stand once the usual time is over. A lead gets "
        "its card when somebody moves it; until then it stands in the Home tab, and in the lists."
    ),
    "imported.report": "What became of each row stands in {report}, on the machine where the command ran.",
    # To an admin who brings one from Slack, at each point of its way.
    "button.bring": "Bring your list…",
    "button.template": "Send me a template",
    "button.incoming.bring": "Bring them in",
    "button.incoming.leave": "Leave it",
    "bring.title": "Bring your list",
    "bring.submit": "Try it",
    "bring.says": (
        "The list that you kept until today, as a CSV file with a heading. It is tried first: you read in your "
        "messages what would become of each row, and nothing comes in before you say so. Only you are written to now."
    ),
    "bring.template": (
        "No list yet, or other columns? A template comes as a file, into your messages with Leadloop: a phone opens it "
        "in its spreadsheet."
    ),
    "bring.list": "Your list",
    "bring.list.hint": "A CSV file of at most 10 MB. It stays among your files in Slack until you delete it.",
    "bring.duplicates": "What is here already",
    "bring.duplicates.join": "Join it, so that both are named who gave it",
    "bring.duplicates.skip": "Leave it out",
    "bring.duplicates.add": "Add it as another lead, linked",
    "answer.list_taken": "It is being tried. You read in your messages with Leadloop what would become of each row.",
    "answer.list_bringing": "They are coming in. The message says how far it is.",
    "answer.list_left": "Left. Nothing came in.",
    "answer.template_sent": "The template is in your messages with Leadloop.",
    "refused.no_file": "Choose a CSV file.",
    "refused.no_csv": "This is no CSV file. Save the sheet as CSV, and choose that.",
    "refused.file_large": "It is larger than 10 MB. Bring it in parts, each with the heading.",
    "refused.file_gone": "Slack has no such file of yours any more.",
    "refused.files_closed": (
        "Slack lets this app read no files yet: its scope files:read is missing. Whoever installed it adds it, as "
        "docs/install.md says."
    ),
    "refused.not_fetched": "Slack did not give us the file within a day. Bring it once more.",
    "refused.list_expired": "Nobody said within 7 days that it is to come in.",
    "refused.list_at_work": "A list is being tried, or comes in. Bring yours when that is done.",
    "refused.list_over": "That was decided before: the message says how.",
    "refused.admin_no_more": "Only admins bring lists in.",
    "refused.no_list.list": "There are no rows in it. A template shows what may stand there.",
    "refused.no_names.list": "No column is called name, or company. A template shows how columns may be called.",
    "incoming.text.fetching": "Your list {name} is being read",
    "incoming.text.trying": "Your list {name} is being tried: {done} of {rows} rows",
    "incoming.text.tried": "Your list {name} was tried: it waits for your word",
    "incoming.text.bringing": "Your list {name} is coming in: {done} of {rows} rows",
    "incoming.text.done": "The list {name} is in",
    "incoming.text.left": "Your list {name} was left",
    "incoming.text.failed": "Your list {name} could not be read",
    "incoming.fetching": "Your list *{name}* is being read. Nothing comes in before you say so.",
    "incoming.trying": "Your list *{name}* is being tried: nothing is in yet.",
    "incoming.tried": "Your list *{name}* was tried, and nothing is in yet. What would become of its {rows} rows:",
    "incoming.bringing": "Your list *{name}* is coming in.",
    "incoming.done": "The list *{name}* is in.",
    "incoming.left": "Your list *{name}* was left: nothing of it came in, and what waited here is erased.",
    "incoming.failed": "Your list *{name}* could not be read: nothing came in.",
    "incoming.progress": "{done} of {rows} rows",
    "incoming.bar": "{bar}",
    "incoming.nothing": "There is nothing to bring in.",
    "incoming.refused.row": "Row {rows}: {why}",
    "incoming.refused.few": "Rows {rows}: {why}",
    "incoming.refused.many": "Rows {rows} and {others} more: {why}",
    "incoming.refused.more": "{number} more refused rows stand in the report.",
    "incoming.columns": "Nobody knows these columns, and they are left out: {names}.",
    "incoming.waits": (
        "It waits for your word until {until:date}, then it is erased. Each row stands in the report that comes with "
        "this, by its number in your list."
    ),
    "incoming.goes_on": "You need not wait: everything else goes on beside it.",
    "incoming.report": "What became of each row stands in the report that comes with this, by its number in your list.",
    "incoming.confirm": (
        "{number} rows become leads. Nobody is written to now, but they cannot be taken out again all at once."
    ),
    "incoming.leave.confirm": "Nothing comes in, and what waits here is erased.",
    "incoming.no": "Not yet",
    "incoming_report.tried": "What would become of each row of {name}",
    "incoming_report.done": "What became of each row of {name}",
    "template.text": "A list to begin with: put your leads below its heading, instead of the two examples.",
    "did.imported": "{actor} brought it from a list",
    "did.imported.other": "{actor} brought it from a list: {other} gave it",
    # Why a list cannot be read, or a row of it.
    "refused.no_list": "There are no rows in it. python app.py import --template prints a list to begin with.",
    "refused.workbook": "It is a workbook. Save the sheet as CSV, and bring that.",
    "refused.no_names": "It has no column *name*. python app.py import --template prints a list to begin with.",
    "refused.not_csv": "It is no CSV file that can be read: look at line {row}, where a quotation mark may be missing.",
    "refused.not_a_kind": "Write sales or talent.",
    "refused.not_a_status": "Such a lead has no such status. There are: {statuses}.",
    "refused.no_owner": "Somebody has it then: say who, or leave the status empty.",
    "refused.in_the_future": "That day is still to come.",
    "refused.nobody_called": (
        "Nobody of this name has been met here yet. Write the full name as Slack shows it, or the member ID, like "
        "U0123ABCD."
    ),
    "refused.several_called": "Several people have this name. Write the member ID, like U0123ABCD.",
    "refused.no_addresses": (
        "Addresses of colleagues are not kept here. Write the full name as Slack shows it, or the member ID, like "
        "U0123ABCD."
    ),
}
