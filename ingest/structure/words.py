"""What official texts call their parts, in the languages of the thesaurus: en fr de it ru es uk."""

from enum import StrEnum


class Part(StrEnum):
    """The parts of a document that people cite by number."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    STANDARD = "standard"
    PRINCIPLE = "principle"
    RECOMMENDATION = "recommendation"
    ANNEX = "annex"
    STEP = "step"
    PILLAR = "pillar"


# Words as they stand before a number in a heading, in any case; longer ones first where one begins
# like another.
WORDS: dict[Part, tuple[str, ...]] = {
    Part.ARTICLE: (
        "article", "artikel", "articolo", "artículo", "articulo", "статья", "стаття", "art.", "ст.", "§",
    ),
    Part.PARAGRAPH: (
        "paragraph", "paragraphe", "absatz", "paragrafo", "comma", "пункт", "párrafo", "apartado",
        "para.", "par.", "abs.", "§", "п.", "¶",
    ),
    Part.STANDARD: ("standard", "norme", "norma", "стандарт", "estándar", "estandar"),
    Part.PRINCIPLE: ("principle", "principe", "prinzip", "grundsatz", "principio", "принцип"),
    Part.RECOMMENDATION: (
        "recommendation", "recommandation", "empfehlung", "raccomandazione", "рекомендация",
        "recomendación", "recomendacion", "рекомендація",
    ),
    Part.ANNEX: (
        "annexe", "annex", "appendix", "appendice", "schedule", "anhang", "anlage", "allegato",
        "приложение", "anexo", "apéndice", "додаток",
    ),
    Part.STEP: (
        "step", "étape", "etape", "schritt", "passo", "tappa", "шаг", "этап", "paso", "etapa", "крок", "етап",
    ),
    Part.PILLAR: (
        "pillar", "pilier", "säule", "pilastro", "столп", "опора", "компонент", "pilar", "стовп",
    ),
}  # fmt: skip

NUMBER_SIGNS = ("no.", "no", "nr.", "nr", "n°", "nº", "n.º", "n.", "num.", "№")

# Numbers that headings spell out, and "first" where a language says it so of an article.
SPELLED = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "premier": "1", "première": "1", "1er": "1",
    "1re": "1", "primo": "1", "primero": "1",
}  # fmt: skip
