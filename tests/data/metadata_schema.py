#!/usr/bin/env python3
"""The schema of our metadata is a schema, takes the bundled map document and refuses faulty ones.
Usage: metadata_schema.py PROJECT_ROOT"""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

# What is done to the bundled document, and the place that must be named then.
FAULTS = [
    (lambda d: d["metadata"].update({"jinsha:crs": 4543}), "metadata/jinsha:crs"),
    (lambda d: d["metadata"].update({"jinsha:colour": "red"}), "metadata"),
    (lambda d: d["metadata"]["jinsha:projects"].update({"sources": "areas"}), "metadata/jinsha:projects/sources"),
    (lambda d: d["metadata"]["jinsha:projects"].update({"clusterRadius": 0}), "metadata/jinsha:projects/clusterRadius"),
    (lambda d: d["metadata"]["jinsha:sources"]["river"].update({"colour": "red"}), "metadata/jinsha:sources/river"),
    (lambda d: d["metadata"]["jinsha:page"].update({"size": "Letter"}), "metadata/jinsha:page/size"),
    (lambda d: d["layers"][0]["metadata"].update({"jinsha:title": {"fr": "Terre"}}), "layers/0/metadata/jinsha:title"),
    (lambda d: d["layers"][0]["metadata"].update({"jinsha:popup": "yes"}), "layers/0/metadata/jinsha:popup"),
]


def places_of_faults(validator, document):
    return ["/".join(map(str, error.absolute_path)) for error in validator.iter_errors(document)]


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    schema = json.loads((root / "assets/jinsha-metadata.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    document = json.loads((root / "geodata/west-district.map.json").read_text(encoding="utf-8"))
    failures = [f"the bundled document: {place}" for place in places_of_faults(validator, document)]
    for spoil, expected in FAULTS:
        faulty = copy.deepcopy(document)
        spoil(faulty)
        places = places_of_faults(validator, faulty)
        if places != [expected]:
            failures.append(f"expected a fault at {expected}, found {places}")
    document["metadata"]["other:program"] = {"anything": 1}
    failures += [f"metadata of others: {place}" for place in places_of_faults(validator, document)]
    print("\n".join(failures) or f"the bundled document holds, {len(FAULTS)} faults are found")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
