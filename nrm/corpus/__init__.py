"""Reading the reviewed records of ``corpus/``."""

from nrm.corpus.digests import HandbookDigest
from nrm.corpus.lines import Finding
from nrm.corpus.load import Corpus, load_corpus

__all__ = ["Corpus", "Finding", "HandbookDigest", "load_corpus"]
