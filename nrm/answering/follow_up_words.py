"""The words by which follow-ups are known, in English, French, German, Spanish, Italian, Russian, Ukrainian."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


def _at_start(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{alternatives})(?!\w)[\s,:–—-]*", re.IGNORECASE)


NEW_TOPIC = re.compile(
    r"^\s*(?:new (?:topic|question)|(?:a )?(?:different|another) (?:topic|question)|nouveau sujet|nouvelle question|"
    r"neues thema|"
    r"neue frage|nuevo tema|otra pregunta|nuovo tema|altra domanda|нов(?:ая тема|ый вопрос)|другой вопрос|нова тема|"
    r"інше питання)"
    r"\s*[:.,–—-]+\s*",
    re.IGNORECASE,
)  # fmt: skip
OPENINGS = _at_start(
    r"(?:and|but|or|also|so|then)(?: (?:what|how) about)?|(?:what|how) about|what if it is|same (?:question )?(?:for|"
    r"but)|"
    r"(?:et|mais|ou|aussi)(?: qu['’]en est-il(?: de| des| du)?)?|qu['’]en est-il(?: de| des| du)?|"
    r"(?:und|aber|oder|auch)(?: was ist mit| wie ist es)?|was ist mit|wie ist es(?: mit)?|wie sieht es mit|"
    r"(?:y|e|pero|o|también)(?: qué (?:pasa con|hay de))?|qué (?:pasa con|hay de)|"
    r"(?:e|ed|ma|oppure|anche)(?: che (?:dire|ne è) di)?|che dire di|"
    r"(?:а|и|но|или|также)(?: (?:как|что) (?:насчёт|насчет|с))?|(?:как|что) (?:насчёт|насчет)|"
    r"(?:а|і|й|але|або|також)(?: (?:як|що) щодо)?|(?:як|що) щодо"
)
PREPOSITIONS = _at_start(
    r"in|for|with|without|during|after|before|under|at|within|on|to|by|among|if|when|"
    r"dans|en|pour|avec|sans|pendant|après|avant|chez|au|aux|si|quand|"
    r"im|in der|in den|für|mit|ohne|während|nach|vor|bei|unter|wenn|"
    r"para|con|sin|durante|después|antes|cuando|"
    r"nel|nella|negli|per|senza|durante|dopo|prima|se|quando|"
    r"в|во|для|с|без|во время|после|до|при|на|если|когда|у|під час|після|якщо|коли"
)
QUESTION_WORDS = _at_start(
    r"what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|must|shall|should|may|can|could|will|"
    r"has|have|"
    r"que|quoi|quel\w*|qui|quand|où|pourquoi|comment|combien|est-ce|doit|doivent|peut|"
    r"was|welche\w*|wer|wen|wem|wann|wo|warum|wie|wieviel|muss|müssen|darf|kann|soll|ist|sind|"
    r"qué|cuál\w*|quién\w*|cuándo|dónde|por qué|cómo|cuánto\w*|debe|deben|puede|"
    r"che cosa|cosa|qual\w*|chi|quando|dove|perché|come|quant\w*|deve|devono|può|"
    r"что|как\w*|кто|кого|когда|где|почему|сколько|должн\w*|можно|"
    r"що|як\w*|хто|кого|коли|де|чому|скільки|має|мають|чи"
)
# Words that point back to one thing; "that" and "this" only where nothing follows that they could belong to.
ANAPHORA = re.compile(
    r"(?<!\w)(?:it|its|(?:this|that)(?= (?:period|right|duty|rule|article|measure|permit|include|appl|mean|"
    r"work|last|cover|happen|concern|count)|\W*$)|the same|the latter|(?<!is )(?<!are )there(?!\s+(?:is|are|be|was|"
    r"were|any))|"
    r"celui-ci|celle-ci|cela|ça|dessen|deren|dieser|dieses|das gleiche|dasselbe|"
    r"eso|esto|ello|este plazo|lo mismo|questo|quello|ciò|lo stesso|"
    r"это|этот|эта|этого|этой|там|то же|це|цей|ця|цього|те саме)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
# Words that may also point to somebody in the same question ("must victims be told their rights").
THEY = re.compile(
    r"(?<!\w)(?:they|them|their|these|those|ils|elles|leur|leurs|ceux-ci|sie|ihnen|ihre\w*|diese|ellos|ellas|sus|essi|"
    r"loro|"
    r"они|их|им|эти|он|она|вони|їх|їм|ці|він|вона)(?!\w)",
    re.IGNORECASE,
)
FROM_WORDS = re.compile(
    r"(?<!\w)(?:from|de|d['’]|du|des|aus|da|dalla|dall['’]|dal|desde|из|з|із|зі|victims? of nationality)\s*(?:the |"
    r"la |l['’]|der )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people: the names it goes by, and the phrase that adds it to a question of each language."""

    names: frozenset[str]
    phrases: Mapping[str, str]


def _group(names: str, en: str, fr: str, de: str, es: str, it: str, ru: str, uk: str) -> Group:
    phrases = {"en": en, "fr": fr, "de": de, "es": es, "it": it, "ru": ru, "uk": uk}
    return Group(frozenset(names.split("|")), phrases)


ABOUT_PEOPLE = re.compile(
    r"^(?:(?:for|with|of|about|pour|chez|für|bei|mit|para|con|per|для|с|у|при|щодо)\s+)?"
    r"(?:(?:the|a|an|les|des|un|une|l['’]|die|den|das|der|los|las|el|la|i|gli|le|il|lo)\s+)?(?P<who>[\w' -]+)$",
    re.IGNORECASE,
)
PEOPLE: Mapping[str, Group] = {
    "children": _group(
        "children|child|minors|minor|kids|child victims|enfants|enfant|mineurs|kinder|kindern|kind|minderjährige|"
        "minderjährigen|niños|"
        "niñas|menores|bambini|minori|minorenni|детей|дети|детьми|ребёнка|ребенка|несовершеннолетних|дітей|діти|"
        "дитини|неповнолітніх",
        "for children", "pour les enfants", "für Kinder", "para los niños", "per i bambini", "для детей", "для дітей",
    ),
    "adults": _group(
        "adults|adult|adult victims|adultes|erwachsene|erwachsenen|adultos|adulti|взрослых|дорослих",
        "for adults", "pour les adultes", "für Erwachsene", "para los adultos", "per gli adulti", "для взрослых",
        "для дорослих",
    ),
    "boys": _group(
        "boys|boy|garçons|jungen|niños varones|chicos|ragazzi|мальчиков|хлопчиків|хлопців",
        "for boys", "pour les garçons", "für Jungen", "para los chicos", "per i ragazzi", "для мальчиков",
        "для хлопчиків",
    ),
    "girls": _group(
        "girls|girl|filles|mädchen|chicas|ragazze|девочек|дівчат",
        "for girls", "pour les filles", "für Mädchen", "para las chicas", "per le ragazze", "для девочек", "для дівчат",
    ),
    "women": _group(
        "women|woman|femmes|frauen|mujeres|donne|женщин|жінок",
        "for women", "pour les femmes", "für Frauen", "para las mujeres", "per le donne", "для женщин", "для жінок",
    ),
    "men": _group(
        "men|man|male victims|hommes|männer|männern|hombres|uomini|мужчин|чоловіків",
        "for men", "pour les hommes", "für Männer", "para los hombres", "per gli uomini", "для мужчин", "для чоловіків",
    ),
    "witnesses": _group(
        "witnesses|witness|témoins|zeugen|testigos|testimoni|свидетелей|свідків",
        "for witnesses", "pour les témoins", "für Zeugen", "para los testigos", "per i testimoni", "для свидетелей",
        "для свідків",
    ),
    "foreigners": _group(
        "foreigners|foreign victims|foreign nationals|étrangers|ausländer|extranjeros|stranieri|иностранцев|іноземців",
        "for foreign nationals", "pour les étrangers", "für Ausländer", "para los extranjeros", "per gli stranieri",
        "для иностранцев", "для іноземців",
    ),
    "asylum seekers": _group(
        "asylum seekers|refugees|demandeurs d'asile|réfugiés|asylsuchende|flüchtlinge|solicitantes de asilo|"
        "refugiados|richiedenti asilo|"
        "rifugiati|беженцев|біженців",
        "for asylum seekers", "pour les demandeurs d'asile", "für Asylsuchende", "para los solicitantes de asilo",
        "per i richiedenti asilo", "для беженцев", "для біженців",
    ),
    "persons with disabilities": _group(
        "persons with disabilities|people with disabilities|disabled victims|personnes handicapées|"
        "menschen mit behinderungen|"
        "personas con discapacidad|persone con disabilità|инвалидов|осіб з інвалідністю",
        "for persons with disabilities", "pour les personnes handicapées", "für Menschen mit Behinderungen",
        "para las personas con discapacidad", "per le persone con disabilità", "для инвалидов",
        "для осіб з інвалідністю",
    ),
}  # fmt: skip
