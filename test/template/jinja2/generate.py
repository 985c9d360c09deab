"""Prints what Jinja2 makes of snippets of templates, as JSON.

    python3 generate.py < snippets.txt > cases.json

It needs Jinja2 3.1. The environment is the one of chatkit-python: `Environment(undefined=StrictUndefined)`. A line is a
snippet; where it has expressions alone, each of them is one. `¬n`, `¬r` and `¬t` are characters of the template, since
`\\n` is an escape of its own. A line that starts with `##` is a heading.
"""

import json
import pathlib
import re
import sys

import jinja2

data = (pathlib.Path(__file__).parent / "data.json").read_text()
environment = jinja2.Environment(undefined=jinja2.StrictUndefined)


def snippets(lines):
    for line in lines:
        line = line.rstrip("\n")
        if not line or line.startswith("##"):
            continue
        for escape, character in {"¬n": "\n", "¬r": "\r", "¬t": "\t"}.items():
            line = line.replace(escape, character)
        if "{%" in line or "{#" in line or not line.startswith("{{"):
            yield line
        else:
            yield from re.split(r"(?<=\}\}) (?=\{\{)", line)


def case(template):
    try:
        output = environment.from_string(template).render(**json.loads(data))
    except Exception as error:
        return {"template": template, "error": f"{type(error).__name__}: {error}"}
    if re.search(r" at 0x[0-9a-f]+", output):
        return {"template": template, "error": "prints an address in memory"}
    return {"template": template, "output": output}


cases = [json.dumps(case(template), ensure_ascii=False) for template in snippets(sys.stdin)]
print("[\n" + ",\n".join(cases) + "\n]")
