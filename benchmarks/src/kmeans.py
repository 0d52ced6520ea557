"""Time of one of Lloyd's iterations of scikit-learn, measured as KMeansBenchmark does, on the rows and the start that it wrote."""
import sys, time, warnings
import numpy as np
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
folder, n, d, k = sys.argv[1], *map(int, sys.argv[2:5])
rows = np.ascontiguousarray(np.fromfile(folder + "/rows.f64").reshape(d, n).T)
start = np.fromfile(folder + "/start.f64").reshape(k, d)


def fit(iterations):
    before = time.perf_counter()
    model = KMeans(k, init=start, n_init=1, max_iter=iterations, tol=0, algorithm="lloyd").fit(rows)
    return time.perf_counter() - before, model


fit(5)
each = sorted((fit(25)[0] - fit(5)[0]) / 20 for _ in range(5))
print("%.6f %.9e" % (each[len(each) // 2], fit(1000)[1].inertia_))
