#!/usr/bin/env python3
"""Makes the expected results of golden run cases with real Flink. See README.md.

  judge.py [--check] [--repeat N] [--timeout S] [--flink-home DIR] [CASE-FOLDER...]
"""
import argparse
import glob
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(os.path.dirname(HERE), "run")
# Java 17 closes these packages; Flink's own start scripts open them too.
OPENED = ["java.util", "java.lang", "java.nio", "java.net", "java.time", "java.text",
          "java.util.concurrent", "java.lang.reflect", "java.io"]
# A line of the print connector: an optional identifier, a row kind, the row.
PRINTED = re.compile(rb"(?:(.*?)> )?[+-][IUD]\[")


class Flink:
    """An embedded Flink in a JVM of its own, driven by lines (see Judge.java)."""

    def __init__(self, home, build, main="Judge"):
        jars = sorted(glob.glob(os.path.join(home, "lib", "*.jar")))
        self.version = version(jars)
        compile_judge(jars, build)
        self.process = subprocess.Popen(
            java_command([build] + jars, build) + [main], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answer()

    def run(self, folder, timeout):
        """Runs folder/query.sql; returns judge.json's content and what was printed."""
        self.process.stdin.write(f"{folder}\t{timeout}\n")
        self.process.stdin.flush()
        if self.answer() == "timeout":
            return {"error": [f"no end after {timeout} s"], "statement": None, "queries": []}, b""
        with open(os.path.join(folder, "judge.json"), encoding="utf-8") as f:
            verdict = json.load(f)
        with open(os.path.join(folder, "print.txt"), "rb") as f:
            return verdict, f.read()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the JVM went away")
        return line.strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def version(jars):
    """Flink's version, from the name flink-dist-1.20.5.jar."""
    for jar in jars:
        name = os.path.basename(jar)
        if name.startswith("flink-dist-"):
            return name[len("flink-dist-"):-len(".jar")]
    sys.exit("no flink-dist jar: is this a Flink home?")


def flink_home(given):
    if given or os.environ.get("FLINK_HOME"):
        return given or os.environ["FLINK_HOME"]
    spec = importlib.util.find_spec("pyflink")
    if not spec:
        sys.exit("no Flink: use a Python with apache-flink==1.20.5, or set FLINK_HOME")
    return os.path.dirname(spec.origin)


def compile_judge(jars, build):
    sources = sorted(glob.glob(os.path.join(HERE, "*.java")))
    subprocess.run(["javac", "-nowarn", "-cp", ":".join(jars), "-d", build] + sources, check=True)
    with open(os.path.join(build, "log4j2.properties"), "w", encoding="utf-8") as f:
        f.write("rootLogger.level = OFF\n")  # a log line on standard output would be a result


def java_command(class_path, build):
    opens = [x for p in OPENED for x in ("--add-opens", f"java.base/{p}=ALL-UNNAMED")]
    log = os.path.join(build, "log4j2.properties")
    return ["java", "-Xmx1g", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
            f"-Dlog4j.configurationFile={log}", *opens, "-cp", ":".join(class_path)]


def run_case(flink, case, timeout):
    """Runs a copy of the case; returns {path under out/: bytes}, without flink.json, and verdict."""
    with tempfile.TemporaryDirectory(prefix="golden-") as copy:
        shutil.copy(os.path.join(case, "query.sql"), copy)
        if os.path.isdir(os.path.join(case, "in")):
            shutil.copytree(os.path.join(case, "in"), os.path.join(copy, "in"))
        verdict, printed = flink.run(copy, timeout)
        outputs = {"print.txt": by_sink(printed), **sink_files(os.path.join(copy, "sink"))}
        # A message may quote the folder, which differs from run to run.
        verdict["error"] = verdict["error"] and [
            scrub(message, copy) for message in verdict["error"]]
    return outputs, verdict


def by_sink(printed):
    """The lines sorted by sink; each sink's stay in order. Sinks run beside each other in Flink."""
    sinks, current = {}, b""
    for line in printed.splitlines(keepends=True):
        start = PRINTED.match(line)  # no match: a value with a line end in it goes on
        if start:
            current = start.group(1) or b""
        sinks[current] = sinks.get(current, b"") + line
    return b"".join(sinks[name] for name in sorted(sinks))


def scrub(message, folder):
    """Takes out what differs from run to run, and the parser's long list of other tokens."""
    message = message.replace(folder, "${DIR}").split("\nWas expecting")[0]
    return re.sub(r"\b[0-9a-f]{32}\b", "ID", message)


def sink_files(root):
    """Finished part files of each folder below root, joined in the order of their names."""
    out = {}
    for table in sorted(os.listdir(root)) if os.path.isdir(root) else []:
        parts = sorted(glob.glob(os.path.join(root, table, "**", "part-*"), recursive=True),
                       key=lambda p: int(p.rsplit("-", 1)[1].split(".")[0]))
        text = b""
        for part in parts:
            with open(part, "rb") as f:
                text += f.read()
        out[f"files/{table}.txt"] = text
    return out


def judge(flink, case, args):
    """Runs the case as often as asked; returns every file of out/."""
    runs = [run_case(flink, case, args.timeout) for _ in range(args.repeat)]
    outputs, verdict = runs[0]
    stable = all(run == runs[0] for run in runs) if args.repeat > 1 else None
    report = {"flink": flink.version, "stable": stable, **verdict}
    return {**outputs, "flink.json": render(report).encode()}


def render(report):
    """JSON with one line for each message and each query, so that differences read well."""
    fields = [f" {json.dumps(key)}: {render_value(value)}" for key, value in report.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def render_value(value):
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    items = ["  " + json.dumps(item, ensure_ascii=False) for item in value]
    return "[\n" + ",\n".join(items) + "\n ]"


def write(out, files):
    shutil.rmtree(out, ignore_errors=True)
    for name, content in files.items():
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content)


def differences(out, files):
    """Names of the files that are not what Flink says now."""
    found = []
    for name, content in files.items():
        path = os.path.join(out, name)
        if not os.path.exists(path):
            found.append(name)
            continue
        with open(path, "rb") as f:
            if f.read() != content:
                found.append(name)
    return found


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("cases", nargs="*")
    p.add_argument("--check", action="store_true", help="compare only; exit 1 if one differs")
    p.add_argument("--repeat", type=int, default=1, help="runs of each case; see 'stable'")
    p.add_argument("--timeout", type=int, default=60, help="seconds for one case")
    p.add_argument("--flink-home", help="folder with lib/*.jar; default: pyflink, FLINK_HOME")
    return p.parse_args()


def main():
    args = arguments()
    cases = args.cases or sorted(glob.glob(os.path.join(CASES, "*", "")))
    with tempfile.TemporaryDirectory(prefix="judge-") as build:
        flink = Flink(flink_home(args.flink_home), build)
        bad = 0
        for case in cases:
            case = os.path.abspath(case)
            files = judge(flink, case, args)
            bad += report(case, files, args.check)
        flink.close()
    sys.exit(1 if bad else 0)


def report(case, files, check):
    """Writes or compares one case; returns 1 when it needs a look."""
    name, out = os.path.basename(case), os.path.join(case, "out")
    verdict = json.loads(files["flink.json"])
    odd = (verdict["error"] is not None) != name.endswith("-error")
    if check:
        wrong = differences(out, files)
        if wrong:
            print(f"{name}: differs: {', '.join(wrong)}")
        return 1 if wrong else 0
    write(out, files)
    print(f"{name}: {'ok' if not verdict['error'] else 'error: ' + verdict['error'][-1][:200]}"
          f"{' UNSTABLE' if verdict['stable'] is False else ''}{' UNEXPECTED' if odd else ''}", flush=True)
    return 1 if odd else 0


if __name__ == "__main__":
    main()
