#!/usr/bin/env python3
"""Holds the includes of src/ to the table of docs/architecture.md: which folder may use which, and which library
enters through which folder. Usage: includes.py PROJECT_ROOT"""

import pathlib
import re
import sys

EVERYWHERE = {"error"}
MAY_USE = {
    "error": set(),
    "image": set(),
    "geo": set(),
    "json": set(),
    "work": set(),
    "style": {"geo"},
    "map": {"geo", "json", "style"},
    "io": {"geo", "json", "map", "style", "work"},
    "check": {"geo", "json", "map", "style"},
    "search": {"map"},
    "text": {"image"},
    "symbol": {"image"},
    "scene": {"geo", "image", "map", "style", "symbol", "text", "work"},
    "paint": {"geo", "image", "scene", "style"},
    "print": {"geo", "image", "map", "paint", "scene", "style", "symbol", "text", "work"},
    "screen": {"geo", "image", "map", "paint", "scene", "style", "symbol", "text", "work"},
    "tools": {"geo", "map", "scene"},
    "ui": {"geo", "image", "json", "map", "style", "scene", "symbol", "text", "search", "check"},
    "app": None,  # all
}

# A header that matches the pattern may be included by these folders only.
LIBRARIES = [
    (r"^(proj|geodesic)\.h$", {"geo"}),
    (r"^geos", {"geo"}),
    (r"^(gdal|ogr|cpl_)", {"io"}),
    (r"^unicode/", {"search"}),
    (r"^(hb|fontconfig/)", {"text"}),
    (r"^(ft2build|freetype/)", {"text", "print"}),
    (r"^librsvg/", {"symbol"}),
    (r"^cairo", {"symbol", "print"}),
    (r"^agg_", {"paint"}),
    (r"^zlib\.h$", {"print"}),
    (r"^imgui", {"ui", "app"}),
    (r"^SFML/Graphics|^GL/|^SFML/OpenGL", {"screen", "ui", "app"}),
    (r"^SFML/", {"screen", "ui", "app"}),
    (r"^(CLI|spdlog)/", {"app"}),
    (r"^(X11|xcb)/", {"app"}),
    (r"^nlohmann/", {"style", "map", "io", "check", "ui", "app"}),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def faults_of(path: pathlib.Path, folder: str) -> list[str]:
    faults = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        quote, header = found.groups()
        place = f"{path}:{number}"
        if quote == '"':
            other = header.split("/")[0]
            if "/" not in header:
                faults.append(f'{place}: "{header}" must be written with its folder')
            elif other not in MAY_USE:
                faults.append(f"{place}: there is no folder {other}")
            elif other != folder and MAY_USE[folder] is not None and other not in MAY_USE[folder] | EVERYWHERE:
                faults.append(f"{place}: {folder} may not use {other}")
            continue
        for pattern, folders in LIBRARIES:
            if re.match(pattern, header) and folder not in folders:
                faults.append(f"{place}: <{header}> belongs to {', '.join(sorted(folders))} alone")
    return faults


def main() -> int:
    root = pathlib.Path(sys.argv[1]) / "src"
    faults = []
    count = 0
    for path in sorted(root.rglob("*.[ch]pp")):
        folder = path.relative_to(root).parts[0]
        if folder not in MAY_USE:
            faults.append(f"{path}: the table does not know the folder {folder}")
            continue
        faults += faults_of(path, folder)
        count += 1
    print("\n".join(faults) or f"{count} files keep to the table")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
