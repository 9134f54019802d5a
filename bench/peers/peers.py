#!/usr/bin/python3
"""Compares Jinsha with QGIS and Mapnik on the same map and views, and prints one table (Markdown) with ratios.
Usage: peers.py JINSHA DOCUMENT VIEWS [FRAMES]
Needs a display for Jinsha (Xvfb will do) and python3-qgis and python3-mapnik for the peers; one that is not installed
is left out. Jinsha runs twice with a cache of its own: a first and a second opening."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def anonymous_mb(pid):
    """MB are 10^6 bytes; 0 when the process has ended."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("RssAnon:")]
    return int(sizes[0]) * 1024 / 1e6 if sizes else 0.0


def figures_of(command, env=None):
    """The last line of JSON that a program prints, with the most memory it had: seen from outside, for all alike."""
    peak = 0.0
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=env)
        while process.poll() is None:
            peak = max(peak, anonymous_mb(process.pid))
            time.sleep(0.02)
        out.seek(0)
        errors.seek(0)
        lines = [line for line in out if line.startswith("{")]
        if lines:
            return {**json.loads(lines[-1]), "peak_anon_mb": peak}
        reason = (errors.read().strip().splitlines() or ["it said nothing"])[-1]
    print(f"{' '.join(map(str, command[:2]))}: left out: status {process.returncode}: {reason}", file=sys.stderr)
    return None


def jinsha_rows(program, document, views):
    with tempfile.TemporaryDirectory() as folder:
        names = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        env = {**os.environ, **{name: f"{folder}/{name}" for name in names}}
        for which in ("first", "second"):
            figures = figures_of([program, "bench", document, "--views", views, "--json"], env)
            if figures:
                yield {
                    "name": f"Jinsha, {which} opening",
                    "open_ms": figures["first_complete_ms"],
                    "views": figures["jump_complete_ms"]["views"],
                    "peak_anon_mb": figures["peak_anon_mb"],
                    "pan_in_blits": figures["pan_ms"]["p50"] / figures["blit_ms"]["p50"],
                }


def table(rows, views):
    ours = next((row for row in reversed(rows) if row["name"].startswith("Jinsha")), None)
    heads = ["program", "open to picture, ms", *(f"{view}, ms (× Jinsha)" for view in views), "peak anonymous memory, MB"]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        cells = [row["name"], f"{row['open_ms']:.0f}"]
        for view in views:
            p50 = row["views"][view]["p50"]
            ratio = f" ({p50 / ours['views'][view]['p50']:.2f})" if ours else ""
            cells.append(f"{p50:.0f}{ratio}")
        yield "| " + " | ".join([*cells, f"{row['peak_anon_mb']:.0f}"]) + " |"
    for row in rows:
        if "pan_in_blits" in row:
            yield f"\n{row['name']}: a pan frame takes {row['pan_in_blits']:.2f} blits (p50)."


def main(program, document, views, frames="5"):
    load = os.getloadavg()[0]
    rows = list(jinsha_rows(program, document, views))
    for peer in ("qgis_frames.py", "mapnik_frames.py"):
        row = figures_of(["/usr/bin/python3", str(HERE / peer), document, views, frames])
        if row:
            rows.append(row)
    with open(views, encoding="utf-8") as file:
        names = list(json.load(file))
    print("\n".join(table(rows, names)))
    print(f"\n{pathlib.Path(document).name}, 1920×1080, {os.cpu_count()} cores, load at the start {load:.1f}.")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
