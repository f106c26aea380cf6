#!/usr/bin/env python3
"""Makes the expected values of testdata/expressions with real Flink. See README.md.

  expressions.py [--again] [--flink-home DIR] [--only TEXT]
  expressions.py --of 2 --flink-home DIR      what Flink has from 2.0 on, with Flink 2

What has been judged is not judged again, unless it is asked for or Flink is another.
"""
import argparse
import itertools
import json
import os
import re
import sys
import tempfile

import judge

CORPUS = os.path.join(os.path.dirname(os.path.dirname(judge.HERE)), "expressions")
PLACE = re.compile(r"\{(=?)((?:[^{}]|\{\d+\})*)\}")
ZONE = "Europe/Berlin"
MANY = 60  # expressions in one query


def pools():
    with open(os.path.join(CORPUS, "pools.json"), encoding="utf-8") as f:
        return json.load(f)


def table(values):
    """The DDL of the table t, and its only row. Column s0 holds the first value of pool s."""
    columns, fields = [], []
    for name, (kind, *pool) in values.items():
        for i, (text, _) in enumerate(pool):
            if kind:
                columns.append(f"`{name}{i}` {kind}")
                fields.append(f'"{name}{i}": {text}')
    return columns, "{" + ", ".join(fields) + "}"


def choices(place, values):
    """The values of a place as (literal, column)."""
    alternatives, text = place.groups()
    if alternatives:
        return [(x, x) for x in text.split("|")]
    kind, *pool = values[text]
    return [(literal, f"`{text}{i}`" if kind else literal) for i, (_, literal) in enumerate(pool)]


def expand(template, values):
    """The cases of a template: (with literals, with columns)."""
    every = template.startswith("* ")
    template = template.removeprefix("* ")
    places = [choices(p, values) for p in PLACE.finditer(template)]
    # Neighbours begin with different values, or a = a would be compared with itself alone.
    base = [p[min(n, len(p) - 1)] if p in places[:n] else p[0] for n, p in enumerate(places)]
    rows = list(itertools.product(*places)) if every else [tuple(base)] + [
        tuple(base[:n]) + (x,) + tuple(base[n + 1:])
        for n, p in enumerate(places) for x in p if x != base[n]]
    for row in rows:
        yield tuple(fill(template, [x[form] for x in row]) for form in (0, 1))


def fill(template, texts):
    rest = iter(texts)
    return PLACE.sub(lambda _: next(rest), template)


def templates(of):
    with open(os.path.join(CORPUS, f"templates{of}.txt"), encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line


class Expressions(judge.Flink):
    """Evaluates expressions; see Expressions.java."""

    def ask(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def evaluate(self, texts):
        out = []
        for i in range(0, len(texts), MANY):
            out += json.loads(self.ask({"expressions": texts[i:i + MANY]}))
            print(f"\r{len(out)} of {len(texts)}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        return out


def judged(header, path):
    """The results that there are, by expression; none when they are of another Flink or table."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        known, *lines = [json.loads(line) for line in f]
    return {x.pop("expression"): x for x in lines} if known == header else {}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--flink-home")
    p.add_argument("--only", default="", help="templates that have this text; nothing is written")
    p.add_argument("--of", default="", choices=["", "2"], help="the corpus of what is new in Flink 2")
    p.add_argument("--again", action="store_true", help="judge all")
    args = p.parse_args()
    values = pools()
    path = os.path.join(CORPUS, f"flink{args.of}.jsonl")
    cases = list(dict.fromkeys(
        c for t in templates(args.of) if args.only in t for c in expand(t, values)))
    columns, row = table(values)
    with tempfile.TemporaryDirectory(prefix="expressions-") as work:
        with open(os.path.join(work, "row.json"), "w", encoding="utf-8") as f:
            f.write(row + "\n")
        flink = Expressions(judge.flink_home(args.flink_home), work, "Expressions")
        flink.ask({"sql": f"SET 'table.local-time-zone' = '{ZONE}'; CREATE TABLE t ("
                          f"{', '.join(columns)}) WITH ('connector' = 'filesystem', 'path' = "
                          f"'{work}/row.json', 'format' = 'json')"})
        texts = list(dict.fromkeys(x for case in cases for x in case))
        header = {"flink": flink.version, "zone": ZONE, "columns": columns, "row": row}
        results = {} if args.again else judged(header, path)
        missing = [x for x in texts if x not in results]
        results.update(zip(missing, flink.evaluate(missing)))
        flink.close()
    lines = [json.dumps(header, ensure_ascii=False)]
    for text in texts:
        lines.append(json.dumps({"expression": text, **results[text]}, ensure_ascii=False))
    if args.only:
        print("\n".join(lines[1:]))
        return
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    print(f"{len(cases)} cases, {len(texts)} expressions")


if __name__ == "__main__":
    main()
