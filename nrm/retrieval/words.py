"""Words of a text as search sees them: folded, stemmed, without the commonest words."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from nrm.retrieval.ukrainian import ukrainian_stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_STEMMERS = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "ru": "russian",
}  # fmt: skip
# Words that say nothing about the subject. Modal words and negations stay out too: what a duty is
# about finds it, how strong it is is shown.
_COMMON = {
    "en": "a about above after again against all also am an and any are as at be because been before being between "
    "both but by can could did do does doing down during each few for from further get gets got had has have having "
    "he her here hers him his how i if in into is it its itself just let may me more most must my no nor not of off "
    "on once only or other our ours out over own same shall she should so some such than that the their them then "
    "there these they this those through to too under until up upon us very was we were what when where which while "
    "who whom why will with would you your article articles art paragraph paragraphs",
    "fr": "au aux avec ce ces cette comment dans de des du elle en est et il ils je la le les leur lui mais même ne "
    "nous on ou où par pas peut pour qu que quel quelle quels quelles qui sa se ses son sont sur un une vous y",
    "de": "aber als am an auch auf aus bei das dass dem den der des die ein eine einem einen einer es für hat ich im "
    "in ist kann man mit nach nicht oder sich sie sind und vom von vor was welche welcher wenn wer wie wird zu zum zur",
    "it": "a ai al alla alle anche che chi come con cosa da dal dalla degli dei del della delle di e è gli ha i il in "
    "la le lo ma nel nella non o per può quale quali quando se si sono su sul sulla un una",
    "es": "a al como con cómo cuál cuáles cuando cuándo de del el ella en es está ha la las le lo los más no o para "
    "pero por puede que qué quien quién se sin son su sus un una y",
    "ru": "а без бы быть в во вы где да для до его ее если есть еще же за и из или им их к как какая какие какой когда "
    "кто ли мы на не но о об он она они от по при с со так то только у что чтобы это я",
    "uk": "а але без бути в ви вона вони він для до є за з зі і або його її їх й коли який яка які як ми на не "
    "о при по про та те ти то у хто це чи що щоб я",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def folded(text: str) -> str:
    """Lower case, compatibility forms joined, accents of Latin letters dropped, quotation marks straight."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("ё", "е").replace("Ё", "Е").casefold()
    if text.isascii():
        return text
    return "".join(map(_without_accent, text))


@lru_cache(maxsize=4096)
def _without_accent(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if len(parts) > 1 and parts[0].isascii() else character


def words(text: str) -> list[str]:
    """Every word, folded, in order."""
    return _WORD.findall(folded(text))


def is_common(word: str, language: str) -> bool:
    """Whether a folded word carries no subject in this language."""
    return word in _COMMON_WORDS_FOLDED.get(language, frozenset())


_COMMON_WORDS_FOLDED = {
    language: frozenset(folded(word) for word in common) for language, common in _COMMON_WORDS.items()
}

COMMON_IN = {
    word: tuple(language for language, common in _COMMON_WORDS_FOLDED.items() if word in common)
    for word in frozenset().union(*_COMMON_WORDS_FOLDED.values())
}  # the languages in which a folded word is common


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in languages without a stemmer or when it has a digit."""
    name = _STEMMERS.get(language)
    if language == "uk":
        return ukrainian_stem(word)
    if name is None or any(character.isdigit() for character in word):
        return word
    return str(_stemmer(name).stemWord(word.split("'")[0] or word))


@lru_cache(maxsize=8)
def _stemmer(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name)


def terms(text: str, language: str = "en") -> list[str]:
    """The stems that carry the subject, in order, with repeats."""
    return [stem(word, language) for word in words(text) if not is_common(word, language)]


def marked_terms(language: str, text: str) -> list[str]:
    """As ``terms``, marked with the language, so that "pension" in French is not "pension" in English."""
    return [f"{language}:{term}" for term in terms(text, language)]
