"""The mark before an item of a numbered list, as a word processor or browser prints it."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LARGEST = 5000


def list_mark(number: int, style: str) -> str:
    """The number in a style of Word ("decimal", "lowerLetter", "upperRoman", …).

    >>> list_mark(3, "lowerLetter"), list_mark(4, "upperRoman"), list_mark(28, "lowerLetter")
    ('c', 'IV', 'bb')
    """
    if not 1 <= number <= _LARGEST:
        return str(number)
    if style in ("lowerLetter", "upperLetter"):
        mark = _letters(number, _LATIN)
    elif style in ("russianLower", "russianUpper"):
        mark = _letters(number, _RUSSIAN)
    elif style in ("lowerRoman", "upperRoman"):
        mark = _roman(number)
    elif style == "decimalZero":
        return f"{number:02d}"
    else:
        return str(number)
    return mark.upper() if style.startswith("upper") or style.endswith("Upper") else mark


def _letters(number: int, alphabet: str) -> str:
    """As Word counts: a … z, aa, bb, cc …"""
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times + 1)


def _roman(number: int) -> str:
    mark = ""
    for value, letters in _ROMAN:
        while number >= value:
            mark += letters
            number -= value
    return mark
