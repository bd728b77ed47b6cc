import re
from dataclasses import replace

from nrm.corpus import load_corpus
from nrm.services.explorer.catalogue import catalogue_of
from nrm.settings import PROJECT_DIR
from ui.explorer.html import internal_link
from ui.practice_views.cards import practice_card, practice_record
from ui.wording import practices_page as words

CORPUS = load_corpus(PROJECT_DIR / "corpus")
CATALOGUE = catalogue_of(CORPUS)
BY_ID = {item.id: item for item in CORPUS.practices}
BOTH, PRAISED, PLAIN = BY_ID["PP-022"], BY_ID["PP-050"], BY_ID["PP-001"]
HOSTILE = replace(
    PRAISED,
    title="<script>x</script>",
    plain="<img src=http://evil.example/a onerror=x>",
    country="<b>x</b>",
    period="<i>x</i>",
    limits="<iframe src=http://evil.example>",
    url="javascript:alert(1)",
    also_seen=('http://evil.example/" onclick="x',),
)


def test_a_card_leads_with_the_plain_sentence_then_state_period_kind_and_kind_of_source() -> None:
    card = practice_card(PRAISED)

    order = [
        card.index(part) for part in (PRAISED.plain[:20], "Austria</span>", PRAISED.period, "Service", "Platform of")
    ]
    assert order == sorted(order)


def test_a_card_says_whether_the_source_names_limits_or_praise_or_both() -> None:
    assert words.NAMES_BOTH in practice_card(BOTH)
    assert words.NAMES_PRAISE in practice_card(PRAISED)
    assert words.NAMES_LIMITS in practice_card(PLAIN)


def test_a_record_shows_praise_and_limits_whenever_there_is_praise() -> None:
    both, praised, plain = (practice_record(item, CATALOGUE) for item in (BOTH, PRAISED, PLAIN))

    assert "nrm-limits" in both and "nrm-praise" in both
    assert words.NO_LIMITS in praised
    assert "nrm-praise" not in plain


def test_a_record_says_how_old_the_account_is_and_when_we_looked() -> None:
    assert "on 2026-11-23; the account is as of 2016." in practice_record(BOTH, CATALOGUE)
    assert "does not say as of when" in practice_record(PRAISED, CATALOGUE)


def test_the_commitments_it_serves_link_to_their_records() -> None:
    assert 'href="/commitments?view=record&amp;id=coe-cets197-2005-026"' in practice_record(PRAISED, CATALOGUE)


def test_a_hostile_record_becomes_no_element_and_no_link() -> None:
    shown = practice_record(HOSTILE, CATALOGUE) + practice_card(HOSTILE)

    assert not re.search(r"<(script|img|iframe|b|i)\b", shown)
    assert 'href="javascript' not in shown
    assert 'onclick="' not in shown


def test_an_internal_link_cannot_leave_its_attribute() -> None:
    assert internal_link("x", "practices", id='"><script>') == (
        '<a href="/practices?id=%22%3E%3Cscript%3E" target="_self">x</a>'
    )
