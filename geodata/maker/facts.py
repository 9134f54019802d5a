"""Reads the facts: two tables, and lists of vertices in two pages of prose."""

import csv
import re
from pathlib import Path


def rows(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def outlines(areas_page: Path):
    """By project id: quality and closed ring of each section "## id — name / name" of areas.md."""
    found = {}
    for section in re.split(r"^## ", areas_page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        block = re.search(r"```\n(.*?)```", section, flags=re.DOTALL)
        if block:
            quality = re.search(r"^Quality: (\w+)", section, flags=re.MULTILINE).group(1)
            found[section.split()[0]] = (quality, _points(block.group(1)))
    return found


def river_reaches(boundary_page: Path):
    """The western and the eastern reach of boundary.md, both upstream to downstream."""
    text = boundary_page.read_text(encoding="utf-8")
    reaches = {}
    for name in ("Western", "Eastern"):
        reaches[name] = _points(re.search(rf"^{name} reach.*?```\n(.*?)```", text, flags=re.DOTALL | re.MULTILINE).group(1))
    return reaches["Western"], reaches["Eastern"]


def _points(text):
    return [tuple(float(number) for number in pair.split(",")) for pair in text.split()]
