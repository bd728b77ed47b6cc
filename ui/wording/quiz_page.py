"""Words of the Quiz page."""

from collections.abc import Mapping

from nrm.quiz.items import ItemState, ItemType, Level

TITLE = "Quiz"
INTRODUCTION = (
    "Questions for training, each with the place that proves its answer. Read them, change them, and take them along."
)
NOTHING_KEPT = "Nothing here is kept: the quiz lives in this tab and is gone when you close it. Save it as a file."
VIEW = "View"
VIEWS = {"make": "Make and review", "take": "Take it", "export": "Print, export"}

TYPES: Mapping[ItemType, str] = {
    ItemType.ONE_RIGHT: "One right answer",
    ItemType.SEVERAL_RIGHT: "Several right answers",
    ItemType.TRUE_FALSE: "True or false",
    ItemType.MATCHING: "Matching",
    ItemType.ORDERING: "Put in order",
    ItemType.CLOZE: "Fill the gap",
    ItemType.CASE: "Short case",
}
LEVELS: Mapping[Level, str] = {
    Level.REMEMBER: "Remember",
    Level.UNDERSTAND: "Understand",
    Level.APPLY: "Apply",
}
STATES: Mapping[ItemState, str] = {
    ItemState.DRAFT: "Draft",
    ItemState.APPROVED: "Approved",
    ItemState.REJECTED: "Rejected",
}

TOPICS = "Topics"
NUMBER = "How many questions"
ANY = "Any"
MORE = "Narrow it: sources, types, level, audience, pillar"
MORE_SET = "Narrow it: sources, types, level, audience, pillar ({count} chosen)"
SOURCES = "Sources"
TYPES_LABEL = "Types of question"
LEVELS_LABEL = "Level"
AUDIENCES = "Whose work"
PILLARS = "Part of protection"
MAKE = "Make the quiz"
MAKING = "Making the questions and checking each one …"
CHOOSE_AGAIN = "Make another quiz"
REPLACES = "This replaces the quiz below; save it first if you need it. The same choices give other questions."
OPEN_AREA = "Open a saved quiz"
OPEN_LABEL = "A quiz saved here (.json, at most {megabytes} MB)"
OPENED = "{count} questions opened. Their checks were made anew."
OPENED_ONE = "1 question opened. Its checks were made anew."
OPENED_EMPTY = "This file holds no questions."
NO_ITEMS = "No question could be made"
FEWER = "Why there are fewer"

COUNT = "{count} questions"
COUNT_ONE = "1 question"
COUNT_NONE = "No questions left"
OF_STATE: Mapping[ItemState, str] = {
    ItemState.DRAFT: "{count} to review",
    ItemState.APPROVED: "{count} approved",
    ItemState.REJECTED: "{count} rejected",
}
SHOW = "Show"
SHOW_ALL = "All"
NONE_SHOWN = "No question is in this state."
PAGE_OF = "{first} to {last} of {count}"
QUESTION = "Question {number}"
RIGHT = "right"
RIGHT_ORDER = "In the right order"
ACCEPTED = "Accepted in the gap"
RUBRIC = "What a good answer says"
SOURCE = "Source: {label}"
AS_OF = "as of {date}"
WHY = "Why, and what it is for"
OBJECTIVE = "For learning to"
QUOTE = "The words it rests on"
NO_EXPLANATION = "No explanation was written."
CHECKS_HOLD = "All {count} checks hold"
CHECKS_LOOK = "Look at this: {names}"
CHECK_NAMES: Mapping[str, str] = {
    "key proven": "The answer is proven",
    "one right answer": "No other answer is right",
    "no giveaway": "Nothing gives it away",
    "dated": "Facts that change have a date",
    "respectful wording": "Respectful words",
}
RESULTS: Mapping[str, str] = {"holds": "holds", "fails": "fails", "unshown": "look yourself"}

APPROVE = "Approve"
REJECT = "Reject"
TO_DRAFT = "Back to draft"
EDIT = "Edit"
REGENERATE = "Another question"
DROP = "Drop"
APPROVE_PAGE = "Approve the drafts on this page ({count})"
PUT_BACK = "Put the last one back"
DROPPED = "Dropped: {count}."
FINDING = "Looking for another question …"
NO_OTHER = "There is no other question of this type for the same choice. The old one stays."
EXCHANGED = "Question {number} is new."

STEM = "Question"
KEY = "Right answer"
KEYS = "Right answers, one a line"
KEYS_ORDERED = "Steps in the right order, one a line"
KEYS_CLOZE = "Accepted in the gap, one a line"
KEYS_CASE = "What a good answer says, one point a line"
STEM_CLOZE = "Sentence, with the gap written {gap}"
DISTRACTORS = "Wrong answers, one a line"
LEFT = "Left {number}"
RIGHT_SIDE = "Belongs to it"
PAIRS_HINT = "Leave both sides of a pair empty to take it away."
EXPLANATION = "Explanation"
SAVE = "Save the change"
CANCEL = "Cancel"
EDIT_NOTE = (
    "A changed question is a draft again. With new words in the question itself no rule stands behind the "
    "answer: compare it with the source."
)

SET_CHECKS = "Checks of the whole quiz"
GUESSERS: Mapping[str, str] = {
    "longest answer": "Always the longest answer",
    "shortest answer": "Always the shortest answer",
    "most like the others": "Always the answer most like the others",
    "most often right elsewhere": "Always the answer that is right elsewhere",
}
GUESSER = "{guesser}: right in {right} of 100, by chance {chance} of 100."
GUESSER_HIGH = "That is more than chance: some answers can be guessed."
GUESSER_FEW = "With {items} questions of this type this says little."
GUESSER_NOTE = "Can it be answered without reading the questions? Each of these ways should be near chance."
NO_GUESSERS = "There are no questions with one right answer, so nothing can be guessed from their options."
TRUE_SHARE = "{share} of 100 true-or-false questions are true."

WHICH = "Which questions"
WHICH_ALL = "All but rejected ({count})"
WHICH_APPROVED = "Approved only ({count})"
NO_QUIZ = "There is no quiz yet. Make one first, or open a saved one."
NOTHING_USABLE = "Every question was rejected, so there is nothing to take or to print."
DRAFTS_INSIDE = "Nobody has approved {count} of these {all} questions yet."

EXPORT_GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "paper": ("On paper", ("docx", "pdf")),
    "systems": ("For a learning system", ("moodle", "gift", "qti", "h5p")),
    "cards": ("Cards and sheets", ("anki", "csv", "kahoot")),
    "keep": ("To go on working here", ("json",)),
}
EXPORT_NOTES: Mapping[str, str] = {
    "docx": "To print and change: questions, an answer sheet to hand out, and the key for you.",
    "pdf": "To print: questions, an answer sheet to hand out, and the key for you.",
    "moodle": "Moodle: Question bank, Import, Moodle XML format.",
    "gift": "Plain text that Moodle and others import.",
    "qti": "For Canvas, Inspera, TAO and other systems that read IMS QTI 2.1.",
    "h5p": "For H5P in Moodle, WordPress or Lumi.",
    "anki": "Cards for learning alone.",
    "csv": "One line a question, for a spreadsheet.",
    "kahoot": "The sheet that Kahoot imports.",
    "json": "Everything, rejected questions too. Open it here again under “Open a saved quiz”.",
}
HOLDS_ALL = "Holds all {count}."
HOLDS_SOME = "Holds {count} of {all}."
HOLDS_NONE = "Holds none of these questions."
LEFT_OUT = "What it leaves out ({count})"
LEFT_OUT_LINE = "Question {number}: {reason}"
DOWNLOAD = "Download {label}"
SAVE_FILE = "Save as a file"
FILE_NAME = "nrm-quiz"
TO_LIST_START = "To the start of the list"
WAIT = "Opening the library …"
