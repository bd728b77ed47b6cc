"""Questions that no law text, guide or record can answer: today's figures, people in office, addresses.

They sound like questions that we can answer ("victims", "shelter", "ministry"), so similarity does not
tell them apart; what they ask *for* does.
"""

import re

_PEOPLE = (
    r"(?:victims?|survivors?|people|persons?|children|women|men|cases?|convictions?|traffickers?|offenders?|arrests?|"
    r"investigations?|referrals?|permits?|shelters?|places|beds)"
)
_PATTERNS: tuple[str, ...] = (
    # figures of the day
    rf"\bhow many (?:\w+ ){{0,3}}{_PEOPLE}\b(?!.*\b(?:must|shall|should|convention|protocol|treaty|article)\b)",
    r"\b(?:statistics?|percentages?|per ?cent|on average|average|median|rate|rank(?:ing|ed)?|tier|budget|trends?)\b.*"
    r"\b(?:in|of|for|last|this|latest|current)\b",
    r"\b(?:last|this|next) (?:week|month|year|quarter)\b|\b(?:today|yesterday|currently|right now|latest)\b|\bin 202\d\b",
    r"\bhow much (?:\w+ ){0,3}(?:receive|paid|earn|cost|spent?|money|compensation did)\b|\bwhat does (?:it|a \w+) cost\b",
    r"\bwhich (?:nationalit(?:y|ies)|countr(?:y|ies)|ethnic \w+) (?:is|are|has|have|do) (?:\w+ )?(?:most|worst|best|likely|more)\b",
    # people, places and ways to reach them
    r"\bwho (?:is|are|was|leads?|heads?|chairs?|runs?|directs?|wrote|signed) (?:the |our )?(?:current |national |new |head |second |"
    r"first |third )?(?:\w+[- ]){0,3}(?:co-?ordinator|rapporteur|minister|head|director|president|chair\w*|ombuds\w+|report|unit|office|"
    r"department|judge|ambassador)\b",
    r"\b(?:phone|telephone|hotline|helpline|whatsapp|fax) (?:number|line)\b|\bnumber of the (?:hotline|helpline)\b|\be-?mail address\b|"
    r"\b(?:opening hours|postal address|street address|website|web ?page|link to|url)\b",
    r"\bwhere (?:exactly )?(?:is|are) the (?:nearest|closest)\b|\bnearest (?:shelter|office|hospital|embassy|police)\b",
    # who does what inside one State, its forms and fees
    r"\bwhich (?:ministry|agency|department|authority|unit|office|court|ngo|organi[sz]ation|police \w+)\b.*\b(?:in|of|at) [A-ZÀ-ÝА-ЯЇІЄҐ]\w+",
    r"\b(?:which|what) (?:form|template|reference number|docket|code)\b.*\b(?:in|of|number)\b",
    r"\bwhen (?:is|was|will) (?:the )?(?:next|last|latest)\b",
    # the inside of books that we do not hold
    r"\b(?:page|chapter|section|annex|box) \d+\b.*\b(?:guide|guidance|handbook|manual|toolkit|report|study)\b",
    r"\bwhat does (?:the )?(?:\w+ ){0,2}(?:iom|unodc|unhcr|icmpd|unicef|who|europol|frontex|greta|tip|state department)\b.*"
    r"\b(?:handbook|guide|guidance|manual|toolkit|report|say)\b",
    # French
    r"\bcombien de (?:victimes|personnes|cas|condamnations|enfants|femmes|dossiers)\b|\bcette année\b|\bl'année dernière\b|\ben 202\d\b|"
    r"\bqui (?:est|dirige|préside)\b|\bnuméro de téléphone\b|\badresse (?:e-?mail|du|de la)\b|\bquel ministère\b|\ben moyenne\b|"
    r"\bla page \d+\b",
    # German
    r"\bwie viele (?:opfer|personen|fälle|menschen|kinder|frauen|verurteilungen)\b|\b(?:letztes|dieses) jahr\b|\bim jahr 202\d\b|"
    r"\bwer (?:ist|leitet|führt)\b|\btelefonnummer\b|\bwelches ministerium\b|\bdurchschnittlich\b|\bim durchschnitt\b|\bseite \d+\b|"
    r"\bwurden 202\d\b",
    # Italian
    r"\bquant[ei] (?:vittime|persone|casi|condanne|bambini|donne|minori)\b|\bquest'anno\b|\bl'anno scorso\b|\bchi (?:è|dirige|guida)\b|"
    r"\bnumero di telefono\b|\bquale ministero\b|\bin media\b|\bpagina \d+\b",
    # Spanish
    r"\bcuántas? (?:víctimas|personas|casos|condenas|niños|mujeres)\b|\bcuántos (?:casos|niños)\b|\beste año\b|\bel (?:año|mes) pasado\b|"
    r"\bquién (?:es|dirige|preside)\b|\bnúmero de teléfono\b|\bqué ministerio\b|\bpromedio\b|\bpágina \d+\b",
    # Russian
    r"\bсколько (?:\w+ ){0,2}(?:жертв|дел|случаев|людей|детей|женщин|приговоров|пострадавших)\b|\bв (?:этом|прошлом) году\b|\bв 202\d\b|"
    r"\bкто (?:возглавляет|руководит|является)\b|\bномер телефона\b|\bтелефон\b|\bкак(?:ое|ая) министерство\b|\bв среднем\b|"
    r"\bстраниц\w+ \d+\b",
    # Ukrainian
    r"\bскільки (?:\w+ ){0,2}(?:жертв|справ|випадків|людей|дітей|жінок|вироків|постраждалих)\b|\b(?:цього|минулого) року\b|\bу 202\d\b|"
    r"\bхто (?:очолює|керує|є)\b|\bномер телефону\b|\bтелефон\b|\bяке міністерство\b|\bв середньому\b|\bсторінк\w+ \d+\b",
)
_BEYOND = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def asks_beyond_texts(question: str) -> bool:
    """Whether the question asks for something that changes by the day or stands in no text of ours.

    >>> asks_beyond_texts("How many victims were identified in Spain last year?")
    True
    >>> asks_beyond_texts("How many members does GRETA have?")
    False
    """
    return any(pattern.search(question) for pattern in _BEYOND)
