"""Derives compounds.xz, the Dutch compounds that Scribe writes as one word, from OpenTaal's lists.

    python resources/dutch/build_compounds.py WORDS DIC AFF

WORDS is OpenTaal's word list (Debian: wdutch, /usr/share/dict/dutch), DIC and AFF its dictionary
for Hunspell (Debian: hunspell-nl, nl.dic and nl.aff). A compound is kept when both its parts are
nouns and nothing else, or are named in choices.toml.
"""

import lzma
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LETTERS = 3  # of a part, at least
FIRSTS, LASTS = 8, 20  # listed compounds that make a part free to stand in others

Endings = dict[str, list[tuple[str, str, str]]]


@dataclass
class Kinds:
    """Which words the dictionary calls nouns, verbs and adjectives, with their endings."""

    nouns: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)  # verbs and adjectives
    first: set[str] = field(default_factory=set)  # may begin a compound
    last: set[str] = field(default_factory=set)  # may end one


def spelled(text: str) -> str:
    """Return text with the one-letter ij as the two letters that everybody types."""
    return text.replace("ĳ", "ij")


def plain(word: str) -> bool:
    return word.isalpha() and word.islower()


def endings(path: Path) -> Endings:
    """Return each suffix flag's rules: what goes, what comes, and behind what."""
    found: Endings = defaultdict(list)
    for line in spelled(path.read_text()).splitlines():
        cells = line.split("\t")[0].split()
        if len(cells) < 4 or cells[0] != "SFX" or (cells[2] in "YN" and cells[3].isdigit()):
            continue
        behind = cells[4] if len(cells) > 4 else "."
        found[cells[1]].append((cells[2], cells[3].split("/")[0], behind))
    return found


def inflected(word: str, flags: set[str], rules: Endings) -> Iterator[str]:
    for flag in flags:
        for goes, comes, behind in rules.get(flag, ()):
            if (goes == "0" or word.endswith(goes)) and re.search(behind + "$", word):
                stem = word if goes == "0" else word.removesuffix(goes)
                yield stem + comes.replace("0", "")


def kinds(dictionary: Path, rules: Endings) -> Kinds:
    """Sort the dictionary's words by what their flags say."""
    found = Kinds()
    for line in spelled(dictionary.read_text()).splitlines()[1:]:
        word, _, text = line.split("\t")[0].split(" ")[0].partition("/")
        if not plain(word):
            continue
        flags = {text[i : i + 2] for i in range(0, len(text), 2)}
        nominal = {f for f in flags if f[0] in "ZY"}
        if nominal or "Cc" in flags:
            found.nouns |= {word, *inflected(word, nominal, rules)}
        if other := {f for f in flags if f[0] in "VPA"}:
            found.others |= {word, *inflected(word, other, rules)}
        if flags & {"Ca", "CA", "Ce"}:
            found.first.add(word)
        if "Cc" in flags:
            found.last.add(word)
    return found


def splits(word: str) -> Iterator[tuple[str, str]]:
    for at in range(LETTERS, len(word) - LETTERS + 1):
        yield word[:at], word[at:]


class Builder:
    """Chooses the compounds."""

    def __init__(self, words: set[str], found: Kinds, chosen: dict[str, str]) -> None:
        self.words, self.kinds = words, found
        lists = {name: set(text.split()) for name, text in chosen.items()}
        pure = (found.nouns & words) - found.others
        self.firsts = (pure | lists["first"]) - lists["not_first"]
        self.lasts = (pure | lists["last"] | lists["verbs"]) - lists["not_last"]
        self.middles = self.firsts & self.lasts
        self.tails: dict[str, set[str]] = defaultdict(set)
        self.chosen = chosen

    def build(self) -> str:
        """Return the file's text: "first last last ..." a line, then the free parts."""
        for word in self.words:
            self._listed(word)
        begins = Counter({a: len(tails) for a, tails in self.tails.items()})
        ends = Counter(b for tails in self.tails.values() for b in tails if "+" not in b)
        self._by_hand()
        found = self.kinds
        free_first = {a for a in found.first & self.firsts if begins[a] >= FIRSTS}
        free_first |= {a for a in found.first & self.firsts if self._headed(a, begins)}
        free_last = {b for b in found.last & self.lasts if ends[b] >= LASTS}
        lines = [" ".join([a, *sorted(self.tails[a])]) for a in sorted(self.tails)]
        return "\n".join([*lines, "", " ".join(sorted(free_first)), " ".join(sorted(free_last))])

    def _headed(self, word: str, begins: Counter[str]) -> bool:
        """Return whether a compound ends in a word that begins many: woonkamer, as kamer."""
        return any(b in self.firsts and begins[b] >= FIRSTS for _, b in splits(word))

    def _listed(self, word: str) -> None:
        for a, b in splits(word):
            if b in self.lasts and (a in self.firsts or self._linked(a)):
                self.tails[a].add(b)
            elif a in self.firsts and b not in self.words:
                self._three(a, b)

    def _linked(self, a: str) -> bool:
        """Return whether `a` is no word but a noun with the s that compounds are linked by."""
        return a not in self.words and a.endswith("s") and a[:-1] in self.firsts

    def _three(self, a: str, rest: str) -> None:
        for b, c in splits(rest):
            if a + b not in self.words and b in self.middles and c in self.lasts:
                self.tails[a].add(f"{b}+{c}")

    def _by_hand(self) -> None:
        for line in self.chosen["pairs"].split():
            a, _, tails = line.partition(":")
            self.tails[a] |= set(tails.split(","))


def main() -> None:
    words, dictionary, affixes = map(Path, sys.argv[1:4])
    listed = {w for w in words.read_text().split() if plain(w)}
    chosen = tomllib.loads((HERE / "choices.toml").read_text())
    text = Builder(listed, kinds(dictionary, endings(affixes)), chosen).build()
    (HERE / "compounds.xz").write_bytes(lzma.compress(text.encode(), preset=9))


if __name__ == "__main__":
    main()
