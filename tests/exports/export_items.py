"""Items for the export tests: one of every type, hostile ones, and a strategy over all scripts."""

from hypothesis import strategies as st

from nrm.quiz.items import FORBIDDEN_CHARACTERS, GAP, ItemCitation, ItemType, QuizItem, folded

CITATION = ItemCitation(
    "made-up-1", "made-up", "An artificial source", "art. 1", "https://example.org/a", "An artificial rule."
)
HOSTILE_TEXTS = (
    '<script>alert("x")</script>',
    '<img src=x onerror="alert(1)">',
    "<a href='javascript:alert(1)'>press</a>",
    "![pixel](https://example.org/beacon.png)",
    '=HYPERLINK("https://example.org";"press")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "]]><!-- --><![CDATA[",
    "&lt;b&gt; &amp; <b>",
    "{~wrong =right # note : time}",
    "::title:: // comment $CATEGORY: x",
    "%100%weight",
    "%² of all",
    "a -> b",
    "{{c1::cloze}} {{Question}}",
    "\\ back\\nslash \\~ \\=",
    "*star* /slash/ :colon:",
    "first line\nsecond line",
)


def one_of_each(text: str = "Artificial") -> list[QuizItem]:
    """One item of every type, each of whose texts holds ``text``."""
    a, b, c, d = (f"{text} {letter}" for letter in "ABCD")
    stem = f"{text} question?"
    shapes = {
        ItemType.ONE_RIGHT: {"keys": (a,), "distractors": (b, c, d)},
        ItemType.SEVERAL_RIGHT: {"keys": (a, b), "distractors": (c, d)},
        ItemType.TRUE_FALSE: {"keys": ("False",), "distractors": ("True",)},
        ItemType.MATCHING: {"pairs": ((a, b), (c, d), (f"{text} E", f"{text} F"))},
        ItemType.ORDERING: {"keys": (a, b, c, d)},
        ItemType.CLOZE: {"keys": ("thirty", "30")},
        ItemType.CASE: {"keys": (a, b)},
    }
    return [
        QuizItem(
            id=f"{kind}-1",
            type=kind,
            stem=f"{stem} {GAP} days" if kind is ItemType.CLOZE else stem,
            citation=CITATION,
            explanation=f"{text} reason",
            topic="artificial",
            **shape,  # type: ignore[arg-type]
        )
        for kind, shape in shapes.items()
    ]


LETTERS = st.characters(
    blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"),
    blacklist_characters="".join(FORBIDDEN_CHARACTERS),
)
SIGNS = st.sampled_from("~=#{}:\\<>&\"'%*/$[]|@+-\n ")
WORDS = st.sampled_from([*HOSTILE_TEXTS, "30 days", "Жертва", "θύμα", "მსხვერპლი", "ضحية", "受害者", "->", "%50%"])
TEXTS = (
    st.lists(st.one_of(WORDS, st.text(st.one_of(LETTERS, SIGNS), min_size=1, max_size=15)), min_size=1, max_size=3)
    .map(lambda parts: "\n".join(line.strip() for line in " ".join(parts).split("\n")).strip())
    .filter(lambda text: bool(folded(text)))
)


@st.composite
def items(draw: st.DrawFn, kinds: tuple[ItemType, ...] = tuple(ItemType)) -> QuizItem:
    """An item of any of the kinds, whose texts are drawn from every script, markup and sign."""
    kind = draw(st.sampled_from(kinds))
    texts = draw(st.lists(TEXTS, min_size=6, max_size=6, unique_by=folded))
    stem = draw(TEXTS).replace(GAP, "") or "?"
    shape = {
        ItemType.ONE_RIGHT: {"keys": tuple(texts[:1]), "distractors": tuple(texts[1:4])},
        ItemType.SEVERAL_RIGHT: {"keys": tuple(texts[:2]), "distractors": tuple(texts[2:5])},
        ItemType.TRUE_FALSE: {"keys": ("True",), "distractors": ("False",)},
        ItemType.MATCHING: {"pairs": tuple(zip(texts[:3], texts[3:], strict=True))},
        ItemType.ORDERING: {"keys": tuple(texts[:4])},
        ItemType.CLOZE: {"keys": tuple(texts[:2])},
        ItemType.CASE: {"keys": tuple(texts[:2])},
    }[kind]
    return QuizItem(
        id=draw(st.uuids()).hex,
        type=kind,
        stem=f"{stem} {GAP}" if kind is ItemType.CLOZE else stem,
        citation=CITATION,
        explanation=draw(TEXTS),
        **shape,  # type: ignore[arg-type]
    )


QUIZZES = st.lists(items(), min_size=1, max_size=4, unique_by=lambda item: item.id)
