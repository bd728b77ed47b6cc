"""Sentences that say what a person is called, in seven languages: "my client is called …"."""

import re

_LETTERS = r"[^\W\d_]"
_ENGLISH = (
    r"(?:client|resident|beneficiary|patient|pupil|student|colleague|applicant|sister|brother|friend|daughter|son|"
    r"mother|father|wife|husband|victim|survivor|witness|ward|suspect|trafficker|employer|girl|boy|child|woman|man|"
    r"person|lady|teenager|worker|nanny|maid|neighbour|neighbor)s?"
)
_FRENCH = (
    r"(?:cliente?|patiente?|élève|protégée?|bénéficiaire|victime|témoin|usag(?:er|ère)|fille|femme|homme|garçon|"
    r"enfant|personne|dame|amie?|sœur|soeur|frère|collègue|résidente?|jeune)s?"
)
_GERMAN = (
    r"(?:klient(?:in|en)?|mandant(?:in|en)?|patient(?:in|en)?|schüler(?:in|s)?|zeug(?:in|en)|betroffenen?|opfers?|"
    r"frau|mannes|mann|mädchens?|jungen?|kindes|kind|person|bewohner(?:in|s)?|freund(?:in|es)?|schwester|bruders?|tochter)"
)
_ITALIAN = (
    r"(?:assistit[ao]|client[e]|paziente|alunn[ao]|testimone|vittima|utente|ragazz[ao]|donna|uomo|bambin[ao]|persona|"
    r"minore|amic[ao]|sorella|fratello|ospite|beneficiari[ao])"
)
_SPANISH = (
    r"(?:client[ae]|paciente|alumn[ao]|usuari[ao]|testigo|víctima|chic[ao]|niñ[ao]|mujer|hombre|persona|menor|amig[ao]|"
    r"herman[ao]|residente|beneficiari[ao])"
)
_RUSSIAN = (
    rf"(?:клиент|подопечн|потерпевш|пострадавш|жертв|девоч|девуш|женщин|мужчин|мальчик|реб[её]нк|пациент|свидетел|"
    rf"учени[кц]|сест[её]?р|подруг|дочь|дочк|сын|брат){_LETTERS}*"
)
_UKRAINIAN = (
    rf"(?:клієнт|підопічн|потерпіл|постраждал|жертв|дівчин|жінк|чоловік|хлопц|хлопчик|дитин|пацієнт|свідк|учен|учениц|"
    rf"сестр|сестер|подруг|доньк|дочк|син|брат){_LETTERS}*"
)
_WAYS = (
    rf"{_ENGLISH}(?:['’]s?)? (?:full |first |last |real |given |family )?(?:name|surname|nickname)(?:['’]s| is| was)",
    rf"(?:{_ENGLISH}|she|he|they|who)(?:['’]s| is| was| are| were) (?:called|named|known as)",
    rf"{_ENGLISH} (?:called|named|known as)",
    r"(?:his|her|their) (?:\w+ )?(?:name|surname|nickname)['’]s|(?:his|her|their|my) (?:last name|surname|nickname) is",
    r"surname:|(?:they|he|she|we|i) calls? (?:her|him)|everybody calls (?:her|him)",
    rf"{_FRENCH} (?:nommée?s?|prénommée?s?|appelée?s?)|(?:{_FRENCH}|elles?|ils?) s['’]appellent",
    rf"(?:{_FRENCH}|elle|il) (?:s['’]appelle|s['’]appelait|se nomme|se nommait)",
    rf"(?:son|mon|leur) (?:prénom|nom de famille) est|l(?:e|es) (?:prénom|nom)s? (?:de |d['’])(?:\w+ )?{_FRENCH} est",
    r"(?:ihr|sein|mein) (?:voller )?(?:vor|nach|familien)name (?:ist|lautet)|nennt sich|hieß|(?:ihr|sein) name lautet",
    rf"(?:vor|nach|familien)?name (?:meiner|meines|unserer|unseres|der|des|dieser|dieses) {_GERMAN} (?:ist|lautet|war)",
    rf"si chiama(?:no|va)|(?:il )?(?:nome|cognome) del(?:la|l['’]| )? ?(?:mi[ao] |nostr[ao] )?{_ITALIAN} è|il suo cognome è",
    rf"se llaman|{_SPANISH}s? llamad[ao]s",
    rf"se llamaba|(?:el )?(?:nombre|apellido) de(?:l| la| mi| nuestr[ao]) {_SPANISH} es|su apellido es",
    rf"{_RUSSIAN} (?:зовут|звали)|(?:имя|фамилия) (?:моей |моего |нашей |нашего )?{_RUSSIAN}",
    rf"{_UKRAINIAN} (?:звати|звуть|звали)|(?:ім['’]я|прізвище) (?:моєї |мого |нашої |нашого )?{_UKRAINIAN}",
    r"(?:меня|её|ее|его|их) звали|(?:мене|її|його|їх) (?:звуть|звали)",
)


def naming(capitalised: str) -> re.Pattern[str]:
    """The sentences, each followed by what ``capitalised`` takes for a name (its first group).

    Words in small letters do not count as a name here: "her name is not known".
    """
    return re.compile(rf"(?<!\w)(?i:{'|'.join(_WAYS)})(?: ?[:—–-] ?| ){capitalised}")


_AND = r"(?i:and|or|et|ou|und|oder|e|ed|y|и|или|та|і|або|&)"


def naming_on(name: str) -> re.Pattern[str]:
    """What stands after an introduced name when others follow: "Ana and Elena", "Ana, Elena and Maria".

    A comma alone does not go on: "My client is called Ana, Serbian". The first group is the next name.
    """
    listed = rf"{name}(?:, {name})*,? {_AND} {name}"
    return re.compile(rf"(?:,? {_AND} |, (?={listed}))({name})")
