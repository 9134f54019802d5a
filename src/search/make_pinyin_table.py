#!/usr/bin/env python3
"""Writes the readings of Chinese characters as a C++ table. Usage: make_pinyin_table.py Unihan_Readings.txt.bz2 OUTPUT

Takes every Mandarin reading of a character that Unihan (UAX #38) knows from a dictionary of today's language, without
tones, the usual one (kMandarin) first; ü is written v, as input methods do."""

import bz2
import sys
import unicodedata

# These are found by their number alone; the few others are searched for.
DENSE = range(0x3400, 0xA000)

# Usual reading first; then dictionaries. kHanyuPinyin (a historical dictionary) would add readings that nobody knows.
FIELDS = ["kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"]


def syllable(reading: str) -> str:
    """"lǜ" -> "lv"; "" for what is no syllable (ê̄, m̀)."""
    plain = []
    for letter in unicodedata.normalize("NFD", reading.lower()):
        if letter == "\u0308":  # diaeresis: the ü
            plain[-1] = "v"
        elif not unicodedata.combining(letter):
            plain.append(letter)
    text = "".join(plain)
    return text if text.isascii() and text.isalpha() else ""


def readings_of(field: str, value: str) -> list[str]:
    if field == "kHanyuPinlu":  # "zhòng(1823) chóng(329)"
        return [part.split("(")[0] for part in value.split()]
    if field in ("kTGHZ2013", "kXHC1983"):  # "047.150:chóng 481.090:zhòng"
        return [reading for part in value.split() for reading in part.split(":")[1].split(",")]
    return value.split()[:1]  # kMandarin: the first is that of the mainland


def read(path: str) -> dict[int, list[str]]:
    found: dict[int, dict[str, list[str]]] = {}
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in FIELDS:
                syllables = [s for s in map(syllable, readings_of(parts[1], parts[2])) if s]
                found.setdefault(int(parts[0][2:], 16), {})[parts[1]] = syllables
    table = {}
    for character, fields in sorted(found.items()):
        readings = dict.fromkeys(s for field in FIELDS for s in fields.get(field, []))  # each once, in order
        if readings:
            table[character] = list(readings)
    return table


def rows(values: list[str]) -> str:
    return "".join("    " + ", ".join(values[i : i + 16]) + ",\n" for i in range(0, len(values), 16))


def main() -> int:
    source, output = sys.argv[1:]
    table = read(source)
    syllables = sorted({s for readings in table.values() for s in readings})
    number = {s: i for i, s in enumerate(syllables)}
    others = [character for character in table if character not in DENSE]
    ends, readings = [], []
    for character in [*DENSE, *others]:
        readings += [str(number[s]) for s in table.get(character, [])]
        ends.append(str(len(readings)))
    quoted = [f'"{s}"' for s in syllables]
    with open(output, "w", encoding="utf-8") as file:
        file.write("// Made by make_pinyin_table.py from the Unicode Han Database.\n")
        file.write('#include "search/pinyin_table.hpp"\n\nnamespace jinsha::search::table {\n\nnamespace {\n\n')
        file.write(f"constexpr std::string_view kSyllableTexts[] = {{\n{rows(quoted)}}};\n\n")
        file.write(f"constexpr char32_t kOtherCodes[] = {{\n{rows([hex(c) for c in others])}}};\n\n")
        file.write(f"constexpr std::uint32_t kEnds[] = {{\n{rows(ends)}}};\n\n")
        file.write(f"constexpr std::uint16_t kNumbers[] = {{\n{rows(readings)}}};\n\n")
        file.write("}  // namespace\n\nconst std::span<const std::string_view> kSyllables{kSyllableTexts};\n")
        file.write("const std::span<const char32_t> kOthers{kOtherCodes};\n")
        file.write("const std::span<const std::uint32_t> kReadingEnds{kEnds};\n")
        file.write("const std::span<const std::uint16_t> kReadings{kNumbers};\n\n}  // namespace jinsha::search::table\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
