"""Checking the reviewed records of ``corpus/``: every rule, every record, every finding."""

from ingest.corpus_checker.check import CorpusReport, check_corpus, examine_corpus
from ingest.corpus_checker.table import RULES

__all__ = ["RULES", "CorpusReport", "check_corpus", "examine_corpus"]
