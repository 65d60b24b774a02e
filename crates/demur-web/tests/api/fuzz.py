"""Asks a running app everything that its own description allows, and much that it forbids.

    python fuzz.py URL SECONDS      (the key stands in DEMUR_KEY)

First the description is held against the meta-schema of OpenAPI 3.1, and the schemas of situation
and opinion against that of JSON Schema. Then Schemathesis makes requests for SECONDS: well-formed
ones with real facts of the lawbook, and ones with something wrong. An answer that is a server
error, or is not as described, ends with 1.
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import jsonschema
import openapi_spec_validator

SCHEMAS = Path(__file__).resolve().parents[4] / "docs" / "schema"

# The description knows no single fact, since each lawbook has its own: a situation that fits it
# may still be refused, with 422 and a pointer. Neither does it know cursors, numbers of case files,
# towns and places, which are refused with 400 by the name of the parameter. A change without the
# version that was read is answered 428 (RFC 6585, section 3).
CONFIG = """
[checks]
missing_required_header.expected-statuses = [400, 401, 403, 406, 415, 422, 428]
positive_data_acceptance.expected-statuses = ["2xx", 403, 404, 409, 410, 412, 422, 428, 429]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429]
""" + "".join(
    f"""
[[operations]]
include-name = "GET {path}"
[operations.checks]
positive_data_acceptance.expected-statuses = ["2xx", 400, 403, 404, 429]
"""
    for path in ["/cases", "/facts", "/norms", "/providers"]
)

# Puts facts of the lawbook into most situations, so that more than the reader of situations works.
HOOKS = '''
import json, os, random
import schemathesis

FACTS = json.loads(os.environ["DEMUR_FACTS"])
CHANCE = random.Random(7)

def value(fact):
    kind = fact["type"]
    values = [each["name"] for each in fact.get("values", [])]
    if "low" in fact:
        return CHANCE.randint(fact["low"], fact["high"])
    if not values:
        return CHANCE.choice([True, False])
    if kind.startswith("some"):
        return CHANCE.sample(values, CHANCE.randint(0, len(values)))
    return CHANCE.choice(values)

def situation():
    some = CHANCE.sample(FACTS, CHANCE.randint(0, min(25, len(FACTS))))
    return {"place": "pl", "facts": {fact["name"]: value(fact) for fact in some}}

@schemathesis.hook
def before_call(context, case, kwargs):
    if getattr(case.meta, "generation", None) is None or not case.meta.generation.mode.is_positive:
        return
    if not isinstance(case.body, dict) or CHANCE.random() < 0.3:
        return
    if case.operation.path.endswith("/opinions"):
        case.body = situation()
    elif "situation" in case.body:
        case.body["situation"] = situation()
'''


def get(url: str, key: str) -> dict:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def validate(document: dict) -> None:
    openapi_spec_validator.validate(document, cls=openapi_spec_validator.OpenAPIV31SpecValidator)
    for name in ("situation", "opinion", "lawbook"):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
    print("valid: OpenAPI", document["openapi"], "with", len(document["paths"]), "paths")


def main() -> int:
    url, seconds, key = sys.argv[1] + "/api/v1", sys.argv[2], os.environ["DEMUR_KEY"]
    document = get(url + "/openapi.json", key)
    validate(document)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "hooks.py").write_text(HOOKS, encoding="utf-8")
        config = Path(folder, "schemathesis.toml")
        config.write_text(CONFIG, encoding="utf-8")
        environment = {
            **os.environ,
            "DEMUR_FACTS": json.dumps(get(url + "/facts?place=pl", key)["facts"]),
            "SCHEMATHESIS_HOOKS": "hooks",
            "PYTHONPATH": folder,
        }
        command = [
            sys.executable, "-m", "schemathesis.cli",
            "--config-file", str(config),
            "run", url + "/openapi.json",
            "--header", f"Authorization: Bearer {key}",
            "--rate-limit", "auto",
            "--max-time", seconds,
            "--seed", "20261124",
            "--checks", "all",
            "--exclude-checks", "object_level_authorization",
            "--suppress-health-check", "all",
            "--continue-on-failure",
            "--warnings", "off",
        ]
        return subprocess.run(command, cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
