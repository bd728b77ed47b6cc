"""A light stemmer for Ukrainian, which Snowball lacks: endings of nouns, adjectives and verbs are cut off once.

The endings are those of the school grammar's declensions and conjugations; after them a final soft sign or
apostrophe goes. It is made for matching a question with texts, not for telling the dictionary form.
"""

_SHORTEST = 3  # letters that stay
_ENDINGS = tuple(
    sorted(
        (
            "уватися ювати увати юватись ується юється уються юються ується ати яти ити іти їти ться тися тись ємо "
            "емо имо ете єте ите ують юють ають яють ять ать ить їть ував "
            "ював ами ями ові еві єві ого ього ому ьому ими іми їми ою ею єю ій ої их іх їх ам ям ах ях ів їв ев єв "
            "ом ем єм им ім їм ості істю остей ість остям ення енням енні ень ання анням анні ань ів ий ій а я о е "
            "и і ї у ю ь й є"
        ).split(),
        key=len,
        reverse=True,
    )
)


def ukrainian_stem(word: str) -> str:
    """The word without its ending; a word of three letters or fewer stays as it is.

    >>> ukrainian_stem("потерпілої") == ukrainian_stem("потерпілою") == "потерпіл"
    True
    """
    if any(character.isdigit() for character in word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word[: -len(ending)]
            return stem[:-1] if len(stem) > _SHORTEST and stem[-1] in "ь'" else stem
    return word
