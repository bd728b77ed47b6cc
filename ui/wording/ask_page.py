"""Words of the Ask page, and the sample questions."""

from dataclasses import dataclass

TITLE = "Ask about protecting victims of trafficking"
TITLE_SHORT = "Ask"
SCOPE = (
    "For professionals. This is not a helpline and not legal advice, and it is not a product of ODIHR.",
    "Nothing you type is kept. Please leave out names and other details of a person.",
)
SCOPE_SHORT = (
    "For professionals · not a helpline · not legal advice · not a product of ODIHR · nothing you type is kept"
)
IN_DANGER = "Somebody in danger? Call 112, or your country's emergency number."
QUOTATIONS_ONLY = (
    "No language model writes here: answers are quotations. Each stands word for word in the passage it names."
)
WITH_MODEL = (
    "A language model may draft sentences here. "
    "Each sentence shown was checked against a quotation; the rest is left out."
)
ASK_LABEL = "Type your question"
FILTERS_LABEL = "Narrow the sources"
FILTERS_SET = "Narrow the sources ({count} set)"
CLEAR_FILTERS = "Clear all"
ANY_VALUE = "All"
SAMPLES_HEADING = "For example"
NEW_TOPIC = "New topic"
YOUR_QUESTION = "Your question"
EARLIER = "Earlier in this conversation"
NOT_KEPT = "A question that was not kept"
WAIT = "Opening the library…"
SEARCHING = "Reading the sources…"
MASKED = "Taken out before searching: {what}. Some details may be missed, so please leave them out."
COMPLETED = "Read together with your earlier question: {question}"
CORRECTED = "Spelling: {pairs}. Change the question below if something else was meant."
CORRECTED_PAIR = "“{typed}” was read as “{read}”"
WRITTEN_BY = "Drafted by {model}. Each sentence was checked against the quotation under it; the rest was left out."
SEND_OFFER = "Let a language model on {server} write this answer"
SEND_EXPLAINED = (
    "This is the whole text that would go to {server}. Names and numbers that we recognised are taken out; please "
    "check that nothing else in it points to a person. Your yes or no holds for this conversation."
)
SEND_YES = "Send this text"
SEND_NO = "Send nothing"
UNDERSTOOD = "Understood as"
ALL_STATES = "all States"
ASK_AGAIN = "Ask again"
CHANGE_QUESTION = "Change the question"


@dataclass(frozen=True, slots=True)
class Sample:
    """A question that this library answers on a fresh machine."""

    role: str
    question: str


SAMPLES = (
    Sample("Social worker", "How long is the recovery and reflection period?"),
    Sample("Police", "Does a victim have to testify before she gets help?"),
    Sample("Border guard", "May a possible victim be removed from the country before identification is finished?"),
    Sample("Prosecutor", "Must our law allow victims not to be punished for what they were forced to do?"),
    Sample("Judge", "How can a victim be protected when giving evidence in court?"),
    Sample("Health professional", "What medical treatment must every victim be given?"),
    Sample("Labour inspector", "May labour inspectors enter a workplace without giving notice?"),
    Sample("Asylum officer", "Can a victim of trafficking also be a refugee?"),
    Sample("Consular officer", "Must the home State give a victim travel documents so that she can return?"),
    Sample("Lawyer in a ministry", "Must our law give victims a right to compensation?"),
)
