"""How the parts of a score are mixed; every figure was tuned on the tuning half of ``evaluation/questions/legal.yaml``."""

from dataclasses import dataclass, replace

# Words of another language match English passages by chance and names only; tuned like the others.
_FOREIGN = {"words": 0.1, "words_alone": 0.1, "words_alone_most": 0.1, "core_source": 0.02}
# A question of few words meets many passages by chance, a long one few. Read off obliqa, a set that is not the product's.
_SHORT_QUESTION, _LONG_QUESTION = 4, 14  # terms


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """``passage`` is the share of a passage's own meaning where records lead to it.

    ``asked``, ``digest`` and ``plain`` mix a record's texts (``best`` takes the best of them instead);
    ``asked_in`` is how much of its lead counts where a record's question in the language of the question is nearer;
    ``words`` is what the best word match adds (``words_alone`` to ``words_alone_most``, as questions grow longer: to a
    passage without records), ``named_source``
    and ``named_body`` what being of an instrument or a body adds that the question names, ``named_article`` what
    being of that article of it adds, ``whole`` the share of the whole question where one clause is about one named
    law; ``core_source`` is what the instruments made against trafficking add before general ones, ``glossary`` what
    a glossary entry loses against the sources it explains.
    """

    passage: float = 0.4
    best: float = 0.3
    asked: float = 0.4
    digest: float = 0.3
    plain: float = 0.3
    asked_in: float = 0.3
    words: float = 0.3
    words_alone: float = 0.15
    words_alone_most: float = 0.4
    named_source: float = 0.15
    named_body: float = 0.1
    named_article: float = 0.4
    whole: float = 0.5
    core_source: float = 0.06
    glossary: float = -0.16

    def for_foreign(self) -> "RankingWeights":
        """The weights for a question that the multilingual encoder reads."""
        return replace(self, **_FOREIGN)

    def alone(self, terms: int) -> float:
        """What words add to a passage without records: more in a question of more terms."""
        length = (terms - _SHORT_QUESTION) / (_LONG_QUESTION - _SHORT_QUESTION)
        return self.words_alone + (self.words_alone_most - self.words_alone) * min(1.0, max(0.0, length))
