"""Phones, addresses, identity numbers and the like: rules of bounded length, so the work stays linear."""

import re
from collections.abc import Iterable

Span = tuple[int, int, str]

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\w)")
_COORDINATES = re.compile(
    r"(?<![\w.])-?\d{1,2}[.]\d{3,8}°?\s?[NS]?[,;\s]\s?-?\d{1,3}[.]\d{3,8}°?(?:\s?[EW]\b)?"
    r"|"
    r"(?<!\w)\d{1,2}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:\.\d{1,4})?[\"″”]\s?)?[NS][,;\s]\s?\d{1,3}°\s?\d{1,2}['′’]\s?"
    r"(?:\d{1,2}(?:\.\d{1,4})?[\"″”]\s?)?[EWO]"
)
_DIGITS = r"\d(?:[ \-./()]{0,2}\d)"
# International numbers, national ones that begin with 0, and any that the words call a phone number.
_PHONE = re.compile(
    rf"(?<![\w/+])(?:\+ ?|00)[1-9]\d?(?:[ \-./()]{{0,2}}\d){{6,13}}(?![\w/])|"
    rf"(?<![\w/.])\(?0{_DIGITS}{{7,12}}(?![\w/])"
)
_CALLED_PHONE = re.compile(
    r"(?<!\w)(?:tel(?:ephone|efon\w{0,2}|éfono|efono|éphone)?|(?:mobile|cell|"
    r"handy)?\s?phone(?: number)?|phone|mobile|cell|handy(?:nummer)?|"
    r"telefonnummer|whats ?app|viber|telegram|signal|call(?: her| him| me)?(?: at| on)?|portable|"
    r"cellulare|móvil|"
    r"телефон\w{0,2}|тел|моб|вайбер|ватсап|вотсап)[\s:.№#]{0,3}(?:(?:is|no|nr|number|ist|est|è|es|"
    r"номер)[\s:.]{1,3})?"
    rf"(\+?\(?{_DIGITS}{{5,13}})(?![\w/])",
    re.IGNORECASE,
)
_CALLED_NUMBER = re.compile(
    r"(?<!\w)(?:passport|identity|id|identification|national id|personal|social security|tax|ssn|"
    r"residence permit|visa|case|file|dossier|docket|"
    r"reference|pass|reisepass|ausweis|ausweisnummer|aktenzeichen|fallnummer|fall|passeport|"
    r"carte d['’]identité|affaire|"
    r"passaporto|carta d['’]identità|codice fiscale|fascicolo|caso|pratica|pasaporte|dni|badge|cédula|"
    r"expediente|pesel|egn|cnp|jmbg|oib|inn|"
    r"паспорт\w{0,2}|загранпаспорт\w{0,2}|удостоверени\w|дел[оуа]|инн|снилс|справ[аиу]|посвідченн\w|"
    r"рнокпп|іпн)"
    r"(?:\s?(?:card|document|permit|file))?\s?(?:number|num|no|nr|nummer|numéro|numero|número|n|номер|"
    r"серия|серія|№|#|n°|nº)?[.:]?\s?(?:is|ist|est|è|es|:|-|–|—|№|#)?\s?"
    r"([A-Za-zА-ЯІЇЄа-яіїє]{0,3}(?:[ \-]?\d[\dA-Z]{0,12}(?:[/\-. ]\d{2,12}){0,3}))(?!\w)",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"(?<![\w/.,-])\d(?:[ -]?\d){8,18}(?![\w/])")
_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?:[A-ZА-ЯІЇЄ]{1,3} ?\d{6,9}[A-Z]?|[A-Z]\d{2}[A-Z]\d{2}[A-Z]\d{2}|[A-Z]{2,6}\d{6,10}|"
    r"[A-Z]\d[A-Z0-9]{7}|\d{8}[- ]?[A-Z])(?![\w/-])"
)
_BIRTH = re.compile(
    r"(?<!\w)(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on| in)?|birthday|geboren(?: am)?|"
    r"geb\.|geburtsdatum|née? le|date de naissance|"
    r"nat[ao] (?:il|nel)|data di nascita|nacid[ao] (?:el|en)|naci[óo] (?:el|en)|fecha de nacimiento|"
    r"родил(?:ась|ся|лась)|дата рождения|года рождения|"
    r"рожден\w{0,2}|народи(?:лась|лася|вся|вся)|дата народження)[\s:,]{0,3}(?:is |was |в |у |ist |"
    r"est |è |es )?"
    r"(\d{1,4}[./\- ]\d{1,2}[./\- ]\d{1,4}|\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de |"
    r"di )?[^\W\d]{3,12}\.?,? (?:de |di )?\d{4}|[^\W\d]{3,12} \d{1,2},? \d{4}|\d{4})(?!\w)",
    re.IGNORECASE,
)
_PLATE_WORD = re.compile(
    r"(?<!\w)(?:(?:licen[cs]e |number |registration )?plates?(?: number)?|registration(?: number)?|"
    r"reg\.? no|kennzeichen|nummernschild|"
    r"immatricul\w{0,6}|plaque|targat?[ao]?|matrícula|matricula|госномер\w{0,2}|гос\.? номер\w{0,2}|"
    r"номер\w{0,2} машины|номерной знак|номерний знак|"
    r"держномер\w{0,2}|номер\w{0,2} авто)[\s:№#]{1,3}(?:is |was |ist |est |è |"
    r"es )?([A-ZА-ЯІЇЄ0-9][A-ZА-ЯІЇЄ0-9 \-]{3,10}[A-ZА-ЯІЇЄ0-9])(?!\w)",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"(?<![\w/-])(?:[A-Z]{2}[- ]\d{3,4}[- ][A-Z]{2}|[A-Z]{1,3}-[A-Z]{1,2} \d{2,4}|"
    r"[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2} ?\d{2,3}|"
    r"[АВЕІКМНОРСТХ]{2} ?\d{4} ?[АВЕІКМНОРСТХ]{2})(?![\w/-])"
)
_WORDS_OF_STREET = r"(?:[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]{1,24}(?: [A-ZÀ-ÞА-ЯІЇЄ][\w'’-]{1,24}){0,2})"
_ADDRESS = re.compile(
    rf"(?<!\w)\d{{1,4}}[a-z]?,? {_WORDS_OF_STREET} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|"
    rf"Drive|Boulevard|Terrace|Close|Way)\b\.?"
    r"|(?<!\w)[A-ZÀ-Þ][\wß-]{1,24}(?:straße|strasse|str\.|gasse|weg|platz|allee) ?\d{1,4} ?[a-z]?(?!\w)"
    r"|(?<!\w)(?:\d{1,4}(?: bis| ter)?,? )?(?:rue|avenue|boulevard|place|chemin|impasse|"
    r"quai)(?: (?:de|du|des|d['’]|la|le|les|"
    r"l['’])){0,3} ?[A-ZÀ-Þ][\w'’-]{1,24}(?: [A-ZÀ-Þ][\w'’-]{1,24}){0,2}(?:,? \d{1,4})?"
    rf"|(?<!\w)(?:via|viale|piazza|corso|vicolo)(?: (?:del|della|dei|delle|di|"
    rf"dell['’])){{0,2}} {_WORDS_OF_STREET},? \d{{1,4}}"
    rf"|(?<!\w)(?:calle|avenida|plaza|paseo|c/)(?: (?:de|del|la|las|los|"
    rf"el)){{0,3}} ?{_WORDS_OF_STREET},? (?:n[.º°o]? ?)?\d{{1,4}}"
    r"|(?<!\w)(?:ул\.|улица|улице|вул\.|вулиця|вулиці|просп\.|проспект\w?|пер\.|переулок|провулок|"
    r"пров\.|бульвар\w?|площадь|площа)\s?[А-ЯІЇЄҐ][\w'’-]{1,24}"
    r"(?: [А-ЯІЇЄҐ][\w'’-]{1,24})?,? ?(?:д\.|дом|буд\.|будинок)? ?\d{1,4}[а-я]?(?:,? ?(?:кв\.|"
    r"квартира|корп\.) ?\d{1,4})?"
)
# Numbers of instruments and cases that everybody may read; they are never personal.
_PUBLIC = re.compile(
    r"(?:applications?|requêtes?|Beschwerde|ricorso|demanda|жалоба|заява|cets|ets|ilo|c|directive|"
    r"directiva|directive|richtlinie|direttiva|директив\w|"
    r"regulation|resolution|article|articles|artikel|articolo|artículo|art|стать\w|статт\w|decision|"
    r"recommendation|protocol|convention)"
    r"\.?\s?(?:no|nr|n°|nº|№|n)?\.?\s?$",
    re.IGNORECASE,
)
_CELEX = re.compile(r"[1-9](?:19|20)\d{2}[A-Z]{1,2}\d{4}")


def numbers_in(text: str) -> Iterable[Span]:
    """Every stretch of a text that is personal by its form or by the word before it; they may overlap."""
    if "@" in text:
        yield from _whole(_EMAIL, text, "e-mail")
    yield from _whole(_ADDRESS, text, "address")
    if not any(letter.isdigit() for letter in text):
        return
    yield from (
        (first, last, "account") for first, last, _ in _whole(_IBAN, text, "account") if _is_iban(text[first:last])
    )
    yield from _whole(_COORDINATES, text, "place")
    for rule, kind in (
        (_BIRTH, "birth date"),
        (_PLATE_WORD, "plate"),
        (_CALLED_PHONE, "phone"),
        (_CALLED_NUMBER, "number"),
    ):
        yield from ((*found.span(1), kind) for found in rule.finditer(text) if _tells(found, kind))
    for rule, kind in ((_PHONE, "phone"), (_PLATE, "plate"), (_DOCUMENT, "number"), (_LONG_NUMBER, "number")):
        yield from (span for span in _whole(rule, text, kind) if not _is_public(text, span))


def _whole(rule: re.Pattern[str], text: str, kind: str) -> Iterable[Span]:
    return ((*found.span(), kind) for found in rule.finditer(text))


def _tells(found: re.Match[str], kind: str) -> bool:
    """Whether the marked words are enough to tell a person: a case number has three digits or a "
    "year in it."""
    if kind == "plate":
        return any(letter.isdigit() for letter in found.group(1))
    if kind != "number":
        return True
    digits = sum(letter.isdigit() for letter in found.group(1))
    return digits >= 5 or (digits >= 3 and not re.fullmatch(r"(?:19|20)\d{2}", found.group(1).strip()))


def _is_public(text: str, span: Span) -> bool:
    first, last, _ = span
    return bool(_CELEX.fullmatch(text[first:last]) or _PUBLIC.search(text[max(0, first - 30) : first]))


def _is_iban(text: str) -> bool:
    """ISO 13616: the rearranged number, letters as 10 to 35, leaves 1 when divided by 97."""
    plain = text.replace(" ", "")
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1
