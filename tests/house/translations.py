#!/usr/bin/env python3
"""Holds the texts of the interface together: both languages have the same keys with the same {places}, every key that
the code names is there, and every key is named by the code. Usage: translations.py PROJECT_ROOT"""

import json
import pathlib
import re
import sys

COMMENT = re.compile(r"//[^\n]*")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
CALL = re.compile(r'\btr_?\(\s*"([^"]+)"')
KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)+")
PLACE = re.compile(r"\{[^}]*\}")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")


def texts_of(path, faults):
    def no_twins(pairs):
        keys = [key for key, _ in pairs]
        faults.extend(f"{path.name}: '{key}' stands there twice" for key in {k for k in keys if keys.count(k) > 1})
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_twins)


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    zh, en = (texts_of(root / "assets" / "i18n" / f"{language}.json", faults) for language in ("zh", "en"))
    for key in sorted(zh.keys() ^ en.keys()):
        faults.append(f"'{key}' is missing in {'en' if key in zh else 'zh'}.json")
    for key in sorted(zh.keys() & en.keys()):
        if sorted(PLACE.findall(zh[key])) != sorted(PLACE.findall(en[key])):
            faults.append(f"'{key}' has other {{places}} in the one language than in the other")
    faults.extend(f"zh.json: '{key}' has half-width punctuation" for key in sorted(zh) if HALF_WIDTH.search(zh[key]))
    faults.extend(f"'{key}' is empty" for key in sorted(zh) if not zh[key] or not en.get(key, "?"))

    groups = {key.split(".")[0] for key in zh}
    families = {key.rsplit(".", 1)[0] for key in zh}  # tr.word("theme", …) has a key for each word in the data
    named = set()
    for path in sorted([*(root / "src/ui").rglob("*.?pp"), *(root / "src/app").rglob("*.?pp"), root / "src/map/edit.cpp"]):
        code = COMMENT.sub("", path.read_text(encoding="utf-8"))
        called = set(CALL.findall(code))
        literals = set(LITERAL.findall(code))
        like_keys = {text for text in literals if KEY.fullmatch(text) and text.split(".")[0] in groups}
        place = path.relative_to(root)
        faults.extend(f"{place}: there is no text for '{key}'" for key in sorted(called | like_keys)
                      if key not in zh and key not in families)
        named |= called | like_keys | (literals & families)
    faults.extend(f"'{key}' is used nowhere" for key in sorted(zh) if key not in named and key.rsplit(".", 1)[0] not in named)
    print("\n".join(faults) or f"{len(zh)} texts, all used and in both languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
