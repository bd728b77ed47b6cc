"""Instruments that hold what another one holds."""

# What an instrument takes over from another it also "contains": UNTOC applies to its protocols, the
# Refugee Protocol takes over the Convention's articles, and so on.
TAKES_OVER = {
    "un-trafficking-protocol-2000": "untoc-2000",
    "un-smuggling-protocol-2000": "untoc-2000",
    "refugee-protocol-1967": "refugee-convention-1951",
    "crc-opsc-2000": "crc-1989",
    "ilo-p029-2014": "ilo-c029-1930",
    "supplementary-slavery-convention-1956": "slavery-convention-1926",
    "eu-charter-2012": "echr-1950",
}


def relatives(slug: str) -> tuple[str, ...]:
    """The instrument itself and the one whose rules it takes over, if any."""
    return (slug, TAKES_OVER[slug]) if slug in TAKES_OVER else (slug,)
