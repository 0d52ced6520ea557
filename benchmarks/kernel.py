#!/usr/bin/env python3
"""How fast the installed kernel starts and completes. Needs jupyter_client; takes the kernel's name, else `segql`.

    python3 benchmarks/kernel.py [name]
"""

import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

NAME = sys.argv[1] if len(sys.argv) > 1 else "segql"
TABLE = (
    'var shop = Table.create("shop", DoubleColumn.create("age", 20, 30, 40, 50),'
    ' DoubleColumn.create("income", 1, 2, 3, 4)); shop.rowCount();'
)
SITES = [
    "SEGM",
    "SEGMENT sh",
    "SEGMENT shop BY ",
    "SEGMENT shop BY age, in",
    "SEGMENT shop BY age USING ",
    "SEGMENT shop BY age USING kmeans(",
    "PLOT shop AS ",
    "SHOW shop WHERE age > 3 AND ",
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
    kc.execute_interactive(TABLE, output_hook=lambda _: None, timeout=60)
    kc.execute_interactive("SHOW shop;", output_hook=lambda _: None, timeout=60)
    times = []
    for round_ in range(30):
        for site in SITES:
            begun = time.perf_counter()
            kc.complete(site, reply=True, timeout=30)
            if round_ > 2:
                times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    print(f"completion: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")
    kc.stop_channels()
    km.shutdown_kernel()


if __name__ == "__main__":
    main()
