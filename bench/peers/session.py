"""Serves one side of a comparison, so that its runs can alternate with those of the other sides.

Commands come on standard input, a line each; an answer ends with a line of JSON:

  time FILE   runs the query and answers {"wall": seconds, "cpu": seconds}
  show FILE   runs it, prints each change of the result as +I[a, b], and answers {}

A process that serves many runs is past its start and its compiler's warm-up. Processor time is that
of all processes below this one, as PyFlink's functions run in processes of their own.
"""
import ctypes
import json
import os
import sys
import time

TICK = 1 / os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Makes processes whose parent has ended children of this one: their time stays countable."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def processor_time():
    """Seconds of processor time of this process and all below it, ended ones included."""
    parent, ticks = {}, {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as f:
                fields = f.read().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parent[int(name)] = int(fields[1])
        ticks[int(name)] = sum(map(int, fields[11:15]))
    return TICK * sum(t for p, t in ticks.items() if below(parent, p))


def below(parent, process):
    while process and process != os.getpid():
        process = parent.get(process, 0)
    return process != 0


def serve(run, show):
    """Answers commands until the input ends. run and show take a file; show prints the changes."""
    for line in sys.stdin:
        verb, file = line.split()
        answer = timed(run, file) if verb == "time" else show(file) or {}
        print(json.dumps(answer), flush=True)


def timed(run, file):
    cpu, wall = processor_time(), time.monotonic()
    run(file)
    return {"wall": time.monotonic() - wall, "cpu": processor_time() - cpu}
