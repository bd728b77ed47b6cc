"""Names of people where the words introduce them, in seven languages."""

import re
from collections.abc import Iterable

from nrm.answering.masking_naming import naming, naming_on

Span = tuple[int, int, str]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺЎΑ-ΩԱ-ՖႠ-Ⴥ"
_LETTERS = r"[^\W\d_]"
_NAME = rf"[{_CAPITAL}]{_LETTERS}{{1,24}}(?:['’-]{_LETTERS}{{1,24}}){{0,2}}"
_BETWEEN = r"(?: (?:van|von|de|del|da|di|bin|ibn|al|el|la|der|den|dos|ter)){0,2}"
_FULL_NAME = rf"(?:{_NAME})(?:{_BETWEEN} (?:{_NAME}|[{_CAPITAL}]\.)){{0,3}}"
_CAPITALISED = rf"({_FULL_NAME})"
# After words that can only introduce a name, one or two words in small letters count as well.
_ANY = (
    rf"({_FULL_NAME}|"
    rf"{_LETTERS}{{2,24}}(?: {_LETTERS}{{3,24}})?(?=[.,;!?\n]|$)|{_LETTERS}{{2,24}})"
)
_SAYS_NAME = (
    r"(?:his|her|their|my|the (?:girl|boy|child|woman|man|victim|client|person)['’]s|whose) (?:full |"
    r"first |real )?name(?: is|:)|name[ds]?:|(?:she|he|who) is called|"
    r"(?:girl|boy|child|woman|man|victim|client|person|patient) (?:named|called)|goes by|i am called|"
    r"(?:elle|il) s['’]appelle|(?:son|mon) nom est|(?:femme|fille|cliente?|homme|garçon|enfant|"
    r"personne|victime) (?:nommée?|appelée?)|nommée|prénommée?|"
    r"(?:sie|er|die|der) heißt|heißt|ihr name ist|sein name ist|namens|mit namen|"
    r"si chiama|(?:il suo|suo) nome è|di nome|"
    r"se llama|su nombre es|llamad[ao]|de nombre|"
    r"(?:её|ее|его|меня|мою подругу) зовут|(?:её|ее|его) имя|по имени|по фамилии|фамилия|"
    r"(?:її|його) звати|(?:її|його) ім['’]я|на ім['’]я|на прізвище|прізвище"
)
_ROLE = (
    r"(?:my|our|a|the|this|your) (?:client|patient|pupil|student|colleague|applicant|resident|"
    r"beneficiary|sister|friend|daughter|victim|witness|ward|suspect|trafficker|survivor)s?,?|"
    r"(?:mr|mrs|ms|miss|dr|madame|mme|monsieur|frau|herr|signora|signor|señora|señor|sra|sr|г-жа|г-н|"
    r"гражданка|гражданин|пані|пан|громадянка|громадянин)\.?|"
    r"(?:ma|mon|notre|la|une|cette) (?:cliente|client|patiente|patient|élève|protégée|bénéficiaire|"
    r"victime|témoin),?|"
    r"(?:meine|mein|unsere|unser) (?:klientin|klient|mandantin|mandant|patientin|patient|"
    r"schülerin|schüler|zeugin|zeuge),?|"
    r"(?:la mia|il mio|la nostra|una|la) (?:cliente|assistita|assistito|paziente|alunna|testimone|"
    r"vittima),?|"
    r"(?:mi|nuestra|nuestro|la|una) (?:clienta|cliente|paciente|alumna|usuaria|testigo|víctima),?|"
    r"(?:моя|мой|наша|наш|мою|моей|моего|нашу) (?:клиентка|клиент|клиентку|клиентки|подопечная|"
    r"подопечную|пациентка|пациентку|ученица|подруга|потерпевшая|свидетельница),?|"
    r"потерпевшая|свидетельница|клиентка|клієнтка|потерпіла|свідок|"
    r"(?:моя|мій|наша|наш|мою|моєї|нашу) (?:клієнтка|клієнт|клієнтку|клієнтки|підопічна|підопічну|"
    r"пацієнтка|пацієнтку|учениця|подруга|потерпіла),?"
)
_SAID = re.compile(rf"(?<!\w)(?i:{_SAYS_NAME})[ :]{{1,2}}{_ANY}")
_NAMED = naming(_CAPITALISED)
_MORE = naming_on(_FULL_NAME)
_CALLED = re.compile(rf"(?<!\w)(?i:{_ROLE}) {_CAPITALISED}")
_BORN = re.compile(
    rf"(?<!\w){_CAPITALISED},? (?i:born|née?|geboren|nata|nato|nacida|nacido|родилась|родился|"
    rf"года рождения|народилася|народився)(?!\w)"
)
_WORD = re.compile(rf"{_LETTERS}{{2,25}}(?:['’-]{_LETTERS}{{1,24}}){{0,2}}")

# Words that look like a name in these places but never are one: instruments, bodies, States, small words.
_NEVER = re.compile(
    r"(?:"
    r"afghan|afric|allemagn|americ|andorr|article|articolo|artikel|artículo|aufgrund|austr|"
    r"azerbai|bangla|belarus|belg|berlin|bielorus|bosni|british|bulgar|canad|charter|china|"
    r"chinese|colomb|convenio|convention|convenzione|council|court|croat|cypr|czech|danish|"
    r"december|denm|deutsch|directive|direktive|direttiva|dutch|england|english|eritre|espagn|"
    r"eston|ethiop|europe|european|february|filip|finland|finni|french|friday|gemäß|geneva|"
    r"german|greece|greek|greta|hamburg|handbook|handbuch|holy|hungar|iceland|international|"
    r"iraq|ireland|irish|istanbul|ital|italie|italien|january|kazakh|kiev|konvention|kyiv|"
    r"kyrgyz|lanzarote|latin|latv|liechten|lithuan|london|luxemb|lviv|maced|madrid|manual|"
    r"manuale|ministerial|ministry|moldav|moldov|monday|mongol|monten|moscow|national|nepal|"
    r"netherl|nicht|nigeri|nigerian|norw|november|october|odihr|pakist|palermo|philipp|pillar|"
    r"poland|police|policía|polish|polizei|polizia|portug|principle|protection|protocol|"
    r"protocole|protocollo|protokoll|richtlinie|rights|romen|romene|roumain|rumen|rumän|russa|"
    r"russia|russo|schweiz|scot|secondo|según|selon|september|should|slovak|sloven|spain|"
    r"spanish|standard|state|states|support|swed|swiss|switz|tajik|thailand|there|thursday|"
    r"transnational|tuesday|türk|ucrain|ucraina|ukrain|ukrainer|unhcr|unicef|unit|united|"
    r"unknown|unodc|usa|uzbek|venezu|victim|vienna|vietnam|warsaw|warsch|wednesday|welsh|where|"
    r"which|wien|witness|österreich|übereinkommen|бдипч|беларус|болгар|білорус|вьетнам|грета|"
    r"грузин|директив|згідно|киев|киргиз|китай|київ|конвенц|латв|литв|львів|молдав|молдов|"
    r"москв|нигер|полиц|польск|польш|поліц|посібник|протокол|россий|руководств|румун|румын|"
    r"русск|серб|согласно|статт|стать|таджик|узбек|украин|україн|филиппин|хорват|эстон"
    r")\w*|"
    r"act|albanais|albanese|albania|albanian|albanians|and|april|arab|arabic|are|armenia|"
    r"armenian|armenians|asia|asian|august|brazil|brazilian|britain|can|child|children|crc|das|"
    r"dem|den|der|die|does|e|echr|ein|eine|el|et|eu|france|georgia|georgian|georgians|georgien|"
    r"georgienne|has|have|he|here|how|il|ilo|india|indian|iom|iran|iranian|is|it|july|june|"
    r"kein|la|law|le|les|lo|malta|maltese|manuel|march|may|milan|mnd|mno|monaco|mot|must|to|on|in|at|as|by|for|from|being|also|still|known|upon|presumed|confidential|secret|"
    r"nations|nmr|non|not|nrm|o|oder|or|osce|ou|paris|pas|que|qui|romanes|romania|romanian|"
    r"romanians|rome|serba|serbia|serbian|serbien|serbs|she|spanien|syria|syrian|that|the|they|"
    r"this|turk|turkey|turkish|turks|un|una|und|une|was|wer|what|when|who|why|wie|wo|y|вот|и|й|"
    r"казах|казахстан|казахстана|казашка|не|нет|нмп|обсе|он|она|россии|россия|та|і",
    re.IGNORECASE,
)


def names_in(text: str) -> Iterable[Span]:
    """Names that the words introduce, and every later place where the same name stands."""
    names = [
        span
        for rule in (_SAID, _NAMED, _CALLED, _BORN)
        for found in rule.finditer(text)
        for span in _with_more(text, _name_span(found))
    ]
    known = {part for first, last in names for part in _parts(text[first:last])}
    yield from ((first, last, "name") for first, last in names)
    if known:
        yield from ((*found.span(), "name") for found in _WORD.finditer(text) if found.group() in known)


def _with_more(text: str, span: tuple[int, int] | None) -> Iterable[tuple[int, int]]:
    """The span of a name, and those of the names that are listed after it."""
    while span:
        yield span
        more = _MORE.match(text, span[1])
        span = _name_span(more) if more else None


def _name_span(found: re.Match[str]) -> tuple[int, int] | None:
    """The marked words without those at the end, or at all, that are no names."""
    first = found.start(1)
    last = first
    for word in re.finditer(r"\S+", found.group(1)):
        if _is_no_name(word.group()):
            break
        last = first + word.end()
    while last > first and not found.string[last - 1].isalpha():
        last -= 1
    return (first, last) if last - first > 1 else None


def _is_no_name(word: str) -> bool:
    return bool(_NEVER.fullmatch(word.strip(".,;:!?'’")))


def _parts(name: str) -> Iterable[str]:
    """The words of a name that are long enough and written as a name, so that they can be found again."""
    return (part for part in _WORD.findall(name) if part[0].isupper() and len(part) > 2)
