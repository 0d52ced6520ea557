#!/usr/bin/env python3
"""What someone who works with SegQL waits for: starts, prompts, keys.

    python3 benchmarks/latency.py [--runs N] [--kernel NAME]

Needs nothing beside Python and what `segql` needs; the kernel is measured where `--kernel` names an
installed one and jupyter_client is there. Waits for the start-up cache first. Have nothing else running.
"""

import argparse
import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEGQL = str(ROOT / "segql")
ONE_STATEMENT = (
    f"LOAD customers FROM '{ROOT}/data/customers.csv';"
    " SEGMENT customers BY age, income, visits USING kmeans(5)"
)


def launched():
    """The JDK and the folder with the jars that the launcher has chosen."""
    lines = (ROOT / ".segql" / "launch").read_text().splitlines()
    return Path(lines[1]), Path(lines[2])


def await_cache():
    subprocess.run([SEGQL, "-c", "SHOW TABLES"], check=True, stdout=subprocess.DEVNULL)
    _, app = launched()
    cache = app / "segql.aot"
    for _ in range(240):
        if cache.exists():
            return f"start-up cache {cache.stat().st_size / 1e6:.0f} MB"
        time.sleep(0.5)
    return "no start-up cache"


def machine():
    jdk, _ = launched()
    version = dict(
        line.split("=", 1) for line in (jdk / "release").read_text().splitlines() if "=" in line
    )
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
        model = found.group(1) if found else ""
    load = " ".join(f"{x:.1f}" for x in os.getloadavg())
    return (
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} processors {model}, load {load},"
        f" JDK {version['JAVA_RUNTIME_VERSION'].strip(chr(34))}"
    )


def line(name, times):
    """One row: median, 95th percentile, least; milliseconds."""
    times = sorted(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{name:42} {statistics.median(times):8.0f} {p95:8.0f} {times[0]:8.0f} {len(times):6d}")
    sys.stdout.flush()


def whole_process(arguments, runs, folder):
    times = []
    for i in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(
            [SEGQL, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if i > 0:
            times.append((time.perf_counter() - begun) * 1000)
    return times


def prompt(history):
    """From the start in a terminal to the prompt on it."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(SEGQL_HISTORY=history, TERM="xterm-256color")
        os.execv(SEGQL, [SEGQL])
    shown = b""
    asked = False
    while b"segql> " not in shown:
        ready, _, _ = select.select([terminal], [], [], 60)
        if not ready:
            raise SystemExit("no prompt within a minute")
        shown += os.read(terminal, 4096)
        if b"\x1b[c" in shown and not asked:  # what are you? as terminals answer
            os.write(terminal, b"\x1b[?62;22c")
            asked = True
    took = (time.perf_counter() - begun) * 1000
    os.write(terminal, b"\x04")
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass
    os.close(terminal)
    os.waitpid(process, 0)
    return took


def keys(folder):
    jdk, app = launched()
    jars = f"{app}/segql.jar"
    source = str(ROOT / "benchmarks" / "src" / "LanguageServiceBenchmark.java")
    path = os.pathsep.join([jars] + [str(jar) for jar in app.glob("*.jar")])
    subprocess.run([f"{jdk}/bin/javac", "-nowarn", "-proc:none", "-d", folder, "-cp", path, source], check=True)
    options = ["-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    subprocess.run(
        [f"{jdk}/bin/java", *options, "-cp", f"{jars}{os.pathsep}{folder}", "LanguageServiceBenchmark"], check=True
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--kernel", help="name of an installed SegQL kernel")
    chosen = parser.parse_args()
    cache = await_cache()
    print(machine() + ", " + cache)
    print()
    print(f"{'milliseconds, whole process':42} {'median':>8} {'p95':>8} {'least':>8} {'runs':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("customers.csv", "quickstart.segql"):
            shutil.copy(ROOT / "data" / name, folder)
        line("segql -c 'LOAD …; SEGMENT …', 5,000 rows", whole_process(["-c", ONE_STATEMENT], chosen.runs, folder))
        line("segql run quickstart.segql", whole_process(["run", "quickstart.segql"], chosen.runs, folder))
        line("segql, to the prompt", [prompt(f"{folder}/history") for _ in range(chosen.runs + 1)][1:])
        print()
        keys(folder)
    if chosen.kernel:
        print()
        sys.stdout.flush()
        subprocess.run([sys.executable, str(ROOT / "benchmarks" / "kernel.py"), chosen.kernel], check=True)


if __name__ == "__main__":
    main()
