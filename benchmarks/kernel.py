#!/usr/bin/env python3
"""How fast the installed kernel starts and completes. Needs jupyter_client; takes the kernel's name, else `segql`.

    python3 benchmarks/kernel.py [name]
"""

import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

NAME = sys.argv[1] if len(sys.argv) > 1 else "segql"
TABLES = 200
COLUMNS = 50
BASE = (
    'var shop = Table.create("shop"); for (int c = 0; c < %d; c++)'
    ' shop.addColumns(DoubleColumn.create("number_" + c, 20, 30, 40, 50)); shop.columnCount();' % COLUMNS
)
SITES = [
    "SEGM",
    "SEGMENT sh",
    "SEGMENT shop_17 BY ",
    "SEGMENT shop_17 BY number_1, num",
    "SEGMENT shop_17 BY number_1 USING ",
    "SEGMENT shop_17 BY number_1 USING kmeans(",
    "PLOT shop_17 AS ",
    "SHOW shop_17 WHERE number_1 > 3 AND ",
]


def start():
    begun = time.perf_counter()
    km, kc = start_new_kernel(kernel_name=NAME, startup_timeout=120)
    kc.execute_interactive("SHOW TABLES;", output_hook=lambda _: None, timeout=60)
    return km, kc, time.perf_counter() - begun


def main():
    starts = []
    for _ in range(5):
        km, kc, took = start()
        starts.append(took)
        kc.stop_channels()
        km.shutdown_kernel()
    print(f"start to first result: median {statistics.median(starts):.2f} s, best {min(starts):.2f} s")

    km, kc, _ = start()
    kc.execute_interactive(BASE, output_hook=lambda _: None, timeout=60)
    copies = "".join(f"TABLE shop_{i} AS FROM shop LIMIT 3; " for i in range(TABLES - 1))
    done = kc.execute_interactive(copies, output_hook=lambda _: None, timeout=120)["content"]
    if done["status"] != "ok":
        raise SystemExit(f"the tables could not be made: {done['evalue']}")
    times = []
    for round_ in range(30):
        for site in SITES:
            begun = time.perf_counter()
            kc.complete(site, reply=True, timeout=30)
            if round_ > 2:
                times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    print(f"completion, {TABLES} tables of {COLUMNS} columns: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")
    kc.stop_channels()
    km.shutdown_kernel()


if __name__ == "__main__":
    main()
