"""Runs the notebooks that come with the project and saves what they give.

plotly.js is left out of what is saved, since a page that shows a notebook without running it shows the pictures; the first
chart brings it again when it runs.

    python refresh_notebooks.py [kernel]
"""

import glob
import os
import re
import sys

import nbformat
from nbclient import NotebookClient

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../notebooks")
CARRIER = re.compile(
    r"<script>\s*\(function \(\) \{\s*if \(window\.segqlPlotly \|\|.*?</script>\s*", re.DOTALL
)


def refresh(file, kernel):
    notebook = nbformat.read(file, 4)
    metadata = dict(notebook.metadata)
    resources = {"metadata": {"path": FOLDER}}
    NotebookClient(notebook, timeout=300, kernel_name=kernel, resources=resources).execute()
    notebook.metadata.update(metadata)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html")
            if html:
                output.data["text/html"] = CARRIER.sub("", html)
    nbformat.write(notebook, file)


if __name__ == "__main__":
    for name in sorted(glob.glob(os.path.join(FOLDER, "*.ipynb"))):
        refresh(name, sys.argv[1] if len(sys.argv) > 1 else "segql")
        print(os.path.basename(name))
