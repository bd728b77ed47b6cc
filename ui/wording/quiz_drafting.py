"""Words for drafting quiz questions with a language model."""

AREA = "Draft questions from a passage with the language model"
EXPLAINED = (
    "The model {model} on {server} proposes questions from one passage. Each is kept only when its answer is proven "
    "by a sentence of the passage, its wrong answers differ from it in one figure, one unit or one word of strength, "
    "and all checks hold. It stays a draft until you approve it."
)
NOTHING_LOADED = "Nothing is loaded yet that questions could be drafted from. Load a text under Library."
SOURCE = "Text"
OUR_SUMMARY = " (our summaries)"
PASSAGE = "Passage"
CHOOSE_PASSAGE = "Choose a passage"
NUMBER = "How many questions from it"
DRAFT = "Draft questions"
DRAFTING = "The model is writing; its questions are checked …"
SEND_EXPLAINED = (
    "This is the whole text that would go to {server}. It holds the passage and our instructions, nothing else. "
    "Please check that nothing in it points to a person."
)
SEND = "Send this text to {server}"
MADE = "{count} questions were drafted. They stand at the end of the list."
MADE_ONE = "1 question was drafted. It stands at the end of the list."
MADE_NONE = "No question was drafted."
