#!/usr/bin/env python3
"""Kills edit_and_save at random points, makes its file functions fail, and fills its disk; then looks whether every
edit that was said to be done is found again, and whether the file is whole.
Usage: crash_test.py EDIT_AND_SAVE FAULTS_LIBRARY KILLS"""

import errno
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM, FAULTS, KILLS = sys.argv[1], sys.argv[2], int(sys.argv[3])
COUNTS = {"runs": 0, "done": 0, "saves": 0, "recovered": 0, "lost": 0, "broken": 0}


def feature(number):
    return ('{ "type": "Feature", "properties": { "uid": "f%d", "value": "0" }, "geometry": '
            '{ "type": "Point", "coordinates": [ %.5f, 26.50 ] } }' % (number, 101 + number / 1000))


class Model:
    """What every feature must be: of an edit that was begun and not done, either."""

    def __init__(self, features):
        self.features = dict(features)
        self.pending = None

    def hear(self, line):
        word, *rest = line.split(" ")
        if word == "try":
            self.pending = rest
        elif word == "done" and self.pending:
            COUNTS["saves" if self.pending[0] == "save" else "done"] += 1
            self.features = self.after(self.pending)
            self.pending = None
        elif word == "failed" and self.pending[0] == "save":
            self.pending = None

    def after(self, change):
        what, uid, value = change
        features = dict(self.features)
        if what in ("set", "add"):
            features[uid] = value
        elif what == "delete":
            features.pop(uid, None)
        return features

    def allows(self, features):
        return features == self.features or (self.pending and features == self.after(self.pending))


def shown(path, journal):
    done = subprocess.run([PROGRAM, "show", path, journal], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = [line.split(" ") for line in done.stdout.splitlines()]
    COUNTS["recovered"] += sum(int(line[1]) for line in lines if line[0] == "recovered")
    return {line[1]: line[2] for line in lines if line[0] == "feature"}


def is_whole(path):
    try:
        text = path.read_text()
        return text.endswith("\n]\n}\n") and all(
            f["type"] == "Feature" and "uid" in f["properties"] for f in json.loads(text)["features"])
    except ValueError:
        return False


def run(folder, features, seed, kill_after=None, steps=10000, **options):
    path, journal = folder / "a.geojson", folder / "state" / "a.journal"
    model = Model(features)
    with open(folder / "state" / "said", "w+") as said_file:
        process = subprocess.Popen([PROGRAM, "edit", path, journal, str(seed), str(steps)], stdout=said_file,
                                   stderr=subprocess.PIPE, text=True, **options)
        if kill_after is not None:
            while process.poll() is None and not os.path.getsize(said_file.name):
                time.sleep(0.001)
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        _, complaint = process.communicate(timeout=120)
        said_file.seek(0)
        said = said_file.read()
    for line in said.splitlines():
        model.hear(line)
    COUNTS["runs"] += 1
    if not is_whole(path):
        COUNTS["broken"] += 1
        print(f"run {seed}: the file is broken", file=sys.stderr)
    found = shown(path, journal)
    if not model.allows(found):
        COUNTS["lost"] += 1
        print(f"run {seed}: {complaint}expected {model.features} or after {model.pending}, found {found}\n{said}",
              file=sys.stderr)
    return found


def fill_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))


def main():
    random.seed(4543)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        text = '{\n"type": "FeatureCollection",\n"features": [\n' + ",\n".join(map(feature, range(8))) + "\n]\n}\n"
        (folder / "a.geojson").write_text(text)
        (folder / "state").mkdir()
        features = {f"f{i}": "0" for i in range(8)}
        for seed in range(KILLS):
            features = run(folder, features, seed, kill_after=random.uniform(0, 0.15))
        for seed in range(KILLS, KILLS + max(20, KILLS // 4)):
            fault = (f"{random.choice(['write', 'short-write', 'fsync', 'fdatasync', 'rename', 'ftruncate'])} "
                     f"{random.randint(1, 20)} {random.choice([errno.EIO, errno.ENOSPC])}")
            features = run(folder, features, seed, steps=40,
                           env={**os.environ, "LD_PRELOAD": FAULTS, "JINSHA_FAULT": fault})
        for seed in range(-5, 0):
            features = run(folder, features, seed % 100000, steps=40, preexec_fn=fill_disk)
        leftovers = [p.name for p in folder.iterdir() if p.name not in ("a.geojson", "state")]
    print(", ".join(f"{name}: {count}" for name, count in COUNTS.items()), f"files left beside: {len(leftovers)}")
    return 1 if COUNTS["lost"] or COUNTS["broken"] or not COUNTS["done"] else 0


if __name__ == "__main__":
    sys.exit(main())
