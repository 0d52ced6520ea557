"""Times whole processes, from a CSV file to the profile of kmeans(5): SegQL beside polars and pandas with scikit-learn.

whole.py SEGQL FOLDER ROWS PYTHON: makes the data once, runs each three times, prints the best wall time, the memory, the ratios.
"""
import os
import subprocess
import sys
import time

segql, folder, rows, python = sys.argv[1:5]
os.makedirs(folder, exist_ok=True)
data = os.path.join(folder, f"customers-{rows}")
csv = os.path.join(data, "customers.csv")
if not os.path.exists(csv):
    subprocess.run([segql, "data", data, "--customers", rows, "--no-orders"], check=True, stdout=subprocess.DEVNULL)

script = os.path.join(folder, "whole.segql")
with open(script, "w") as out:
    out.write(
        f"LOAD customers FROM '{csv}';\n"
        "SEGMENT customers BY age, income DESCRIBED BY visits, spend ID customer_id USING kmeans(5) AS s;\n"
        "PROFILE s;\n"
    )

PEER = """
import sys, numpy as np
from sklearn.cluster import KMeans
columns = ["age", "income", "visits", "spend"]
if sys.argv[1] == "polars":
    import polars as pl
    t = pl.read_csv(sys.argv[2], columns=columns, null_values=[""]).drop_nulls(["age", "income"])
    x = t.select(["age", "income"]).to_numpy().astype(float)
else:
    import pandas as pd
    t = pd.read_csv(sys.argv[2], usecols=columns).dropna(subset=["age", "income"])
    x = t[["age", "income"]].to_numpy(float)
x = (x - x.mean(0)) / x.std(0)
labels = KMeans(5, n_init=10, random_state=0).fit(x).labels_
if sys.argv[1] == "polars":
    print(t.with_columns(pl.Series("s", labels)).group_by("s").agg([pl.len()] + [pl.col(c).mean() for c in columns]))
else:
    print(t.assign(s=labels).groupby("s").agg(["size", "mean"]))
"""


def timed(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def best(command):
    runs = [timed(command) for _ in range(3)]
    return min(r[0] for r in runs), min(r[1] for r in runs)


ours = best([segql, "run", script])
size = os.path.getsize(csv) / 1e6
print(f"\nwhole process, {int(rows):,} customers, {size:.0f} MB of CSV, best of three")
print(f"{'SegQL':24} {ours[0]:7.2f} s {ours[1]:6.0f} MB")
for peer in ("polars", "pandas"):
    theirs = best([python, "-c", PEER, peer, csv])
    print(f"{peer + ' + scikit-learn':24} {theirs[0]:7.2f} s {theirs[1]:6.0f} MB {theirs[0] / ours[0]:6.1f}x the time of SegQL")

small = os.path.join(os.path.dirname(segql), "data", "customers.csv")
line = f"LOAD customers FROM '{small}'; SEGMENT customers BY age, income USING kmeans(5)"
start = best([segql, "run", "-c", line])
print(f"{'one SEGMENT, 5,000 rows':24} {start[0]:7.2f} s {start[1]:6.0f} MB")
