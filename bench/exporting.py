#!/usr/bin/env python3
"""What exports cost: whole processes, side by side with Mapnik and QGIS where they are installed.
Usage: exporting.py JINSHA PROJECT_ROOT [DATA]   DATA: a folder of make_data, for the parcels
RUNS (5) and PEER_PYTHON (/usr/bin/python3) may be set in the environment. Debian: python3-mapnik, python3-qgis."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

JINSHA, ROOT = map(pathlib.Path, sys.argv[1:3])
DATA = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
RUNS = int(os.environ.get("RUNS", "5"))
PEER_PYTHON = os.environ.get("PEER_PYTHON", "/usr/bin/python3")
PEERS = pathlib.Path(__file__).resolve().parent / "peers"
SAMPLE = ROOT / "geodata" / "west-district.map.json"
LARGE = ["--size", "3840x2160"]


def run_once(command):
    """Wall and CPU seconds and the largest resident memory in MB of one process, with its status."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begin = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {said.decode(errors='replace')}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def has_module(name):
    check = [PEER_PYTHON, "-c", f"import {name}"]
    return shutil.which(PEER_PYTHON) is not None and subprocess.run(check, capture_output=True, check=False).returncode == 0


def tasks(folder):
    """Name and command, those that are compared in a row."""
    export = [JINSHA, "export"]
    mapnik, qgis = has_module("mapnik"), has_module("qgis.core")
    yield "nothing to do: a picture of 16x16", [*export, SAMPLE, "-o", folder / "a.png", "--size", "16x16", "--no-furniture"]
    yield "4K PNG", [*export, SAMPLE, "-o", folder / "a.png", *LARGE, "--no-furniture"]
    if mapnik:
        yield "4K PNG, Mapnik", [PEER_PYTHON, PEERS / "mapnik_picture.py", ROOT / "geodata", folder / "m.png"]
    if qgis:
        yield "4K PNG, QGIS", [PEER_PYTHON, PEERS / "qgis_export.py", "picture", ROOT / "geodata", folder / "q.png"]
    yield "A3 PDF", [*export, SAMPLE, "-o", folder / "a.pdf", "--size", "A3-landscape", "--scale", "1:50000"]
    if qgis:
        yield "A3 PDF, QGIS", [PEER_PYTHON, PEERS / "qgis_export.py", "page", ROOT / "geodata", folder / "q.pdf"]
    yield "A0 PNG at 300 dpi", [*export, SAMPLE, "-o", folder / "a.png", "--size", "A0-landscape", "--dpi", "300"]
    if DATA is None:
        return
    parcels = DATA / "parcels.map.json"
    yield "parcels, 4K PNG", [*export, parcels, "-o", folder / "p.png", *LARGE, "--no-furniture"]
    if mapnik:
        yield "parcels, 4K PNG, Mapnik", [PEER_PYTHON, PEERS / "mapnik_picture.py", DATA / "parcels.fgb", folder / "m.png"]
    if qgis:
        yield "parcels, 4K PNG, QGIS", [PEER_PYTHON, PEERS / "qgis_export.py", "picture", DATA / "parcels.fgb", folder / "q.png"]


def main():
    with tempfile.TemporaryDirectory() as name:
        wanted = list(tasks(pathlib.Path(name)))
        figures = {task: [] for task, _ in wanted}
        for _ in range(RUNS):  # in turns, so that a busy minute meets all of them
            for task, command in wanted:
                figures[task].append(run_once(command))
    print(f"{'what':36} {'wall s':>8} {'fastest':>8} {'CPU s':>8} {'MB':>6}   ({RUNS} runs, medians)")
    for task, runs in figures.items():
        wall, cpu, memory = zip(*runs)
        print(f"{task:36} {statistics.median(wall):8.2f} {min(wall):8.2f} {statistics.median(cpu):8.2f} {max(memory):6.0f}")


main()
