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
