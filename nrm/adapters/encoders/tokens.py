"""Text to token ids, for the two kinds of vocabulary our exported models have."""

import json
import math
import re
import unicodedata
from pathlib import Path
from typing import Protocol

import numpy as np

WORDPIECE_FILE = "tokenizer.json"
PIECES_FILE, SCORES_FILE, LETTERS_FILE = "pieces.txt", "scores.npy", "letters.json"

# No real text has tokens of 80 letters on average, so cutting here loses nothing that would be encoded.
LETTERS_PER_TOKEN = 80
WORD_START = "\u2581"
SPACES = re.compile(" {2,}")


class Tokens(Protocol):
    """Turns text into token ids."""

    def ids(self, text: str, limit: int) -> list[int]:
        """At most ``limit`` ids, the model's first and last mark included."""


def open_tokens(folder: Path) -> Tokens:
    """What fits the exported model in this folder."""
    if (folder / WORDPIECE_FILE).exists():
        return WordPieceTokens(folder / WORDPIECE_FILE)
    return UnigramTokens(folder)


def bounded(text: str, limit: int) -> str:
    """The part of a text that can matter for ``limit`` tokens, as valid Unicode."""
    return text[: limit * LETTERS_PER_TOKEN].encode("utf-8", "replace").decode("utf-8")


class WordPieceTokens:
    """English BERT tokens, by the ``tokenizers`` library."""

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer  # 40 ms that only this kind needs

        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def ids(self, text: str, limit: int) -> list[int]:
        found: list[int] = self._tokenizer.encode(bounded(text, limit)).ids
        return found if len(found) <= limit else [*found[: limit - 1], found[-1]]


class UnigramTokens:
    """Multilingual SentencePiece tokens: for each word the pieces whose probability is highest.

    Written here because the library needs 1.7 s to open these 250,000 pieces, this 0.3 s.
    """

    BEGIN, END, UNKNOWN = 0, 2, 3  # of the model's vocabulary
    UNKNOWN_PENALTY = 10.0  # below the rarest piece, as SentencePiece has it

    def __init__(self, folder: Path) -> None:
        pieces = (folder / PIECES_FILE).read_text(encoding="utf-8").split("\n")
        self._ids = dict(zip(pieces, range(len(pieces)), strict=True))
        self._scores: list[float] = np.load(folder / SCORES_FILE, allow_pickle=False).tolist()
        self._unknown_score = min(self._scores) - self.UNKNOWN_PENALTY
        self._longest = max(map(len, pieces))
        letters = (folder / LETTERS_FILE).read_text(encoding="utf-8")
        self._letters = str.maketrans(json.loads(letters))

    def ids(self, text: str, limit: int) -> list[int]:
        found: list[int] = []
        for word in self._words(bounded(text, limit)):
            found += self._pieces(word)
            if len(found) > limit - 2:
                break
        return [self.BEGIN, *found[: limit - 2], self.END]

    def _words(self, text: str) -> list[str]:
        plain = unicodedata.normalize("NFC", text).translate(self._letters)
        return [WORD_START + word for word in SPACES.sub(" ", plain).removeprefix(" ").split(" ")]

    def _pieces(self, word: str) -> list[int]:
        """The ids of the best split; ``best[end]`` is the best score of ``word[:end]``."""
        size = len(word)
        best = [0.0] + [-math.inf] * size
        came_from = [(0, self.UNKNOWN)] * (size + 1)
        for start in range(size):
            unknown = best[start] + self._unknown_score
            if unknown > best[start + 1]:
                best[start + 1], came_from[start + 1] = unknown, (start, self.UNKNOWN)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                number = self._ids.get(word[start:end])
                if number is not None and best[start] + self._scores[number] > best[end]:
                    best[end], came_from[end] = best[start] + self._scores[number], (start, number)
        return self._traced(came_from)

    def _traced(self, came_from: list[tuple[int, int]]) -> list[int]:
        """The pieces from first to last; letters unknown one after the other count as one."""
        found: list[int] = []
        end = len(came_from) - 1
        while end > 0:
            end, number = came_from[end]
            if number != self.UNKNOWN or found[-1:] != [self.UNKNOWN]:
                found.append(number)
        return found[::-1]
