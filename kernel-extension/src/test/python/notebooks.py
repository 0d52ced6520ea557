"""The notebooks that come with the project: where they are, how they are run, what of their outputs is kept."""

import glob
import os
import re

import nbformat
from nbclient import NotebookClient

FOLDER = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../../notebooks"))

# The study of data that do not come with the project.
STUDY = "7-the-mall-study.ipynb"

CARRIER = re.compile(
    r"<script>\s*\(function \(\) \{\s*if \(window\.segqlPlotly \|\|.*?</script>\s*", re.DOTALL
)


def files():
    return sorted(glob.glob(os.path.join(FOLDER, "*.ipynb")))


def mall_data():
    """The data of the study: the file in a folder `shared/data` beside the project; None where there is none."""
    folder = FOLDER
    while folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        found = os.path.join(folder, "shared/data/Mall_Customers.csv")
        if os.path.exists(found):
            return found
    return None


def parameters(file):
    """What a notebook needs from outside, as papermill takes it; None where it cannot be had."""
    if os.path.basename(file) != STUDY:
        return {}
    return {"data": mall_data()} if mall_data() else None


def injected(values):
    lines = ["// Parameters"] + [f'var {k} = "{v}";' for k, v in values.items()]
    cell = nbformat.v4.new_code_cell("\n".join(lines))
    cell.metadata["tags"] = ["injected-parameters"]
    return cell


def execute(file, kernel):
    """The notebook with the outputs of a run, without what was put in for it."""
    notebook = nbformat.read(file, 4)
    cells = list(notebook.cells)
    values = parameters(file)
    if values:
        at = next(i for i, c in enumerate(cells) if "parameters" in c.metadata.get("tags", []))
        notebook.cells.insert(at + 1, injected(values))
    metadata = dict(notebook.metadata)
    resources = {"metadata": {"path": FOLDER}}
    NotebookClient(notebook, timeout=300, iopub_timeout=60, kernel_name=kernel, resources=resources).execute()
    notebook.cells = [c for c in notebook.cells if c in cells]
    for number, cell in enumerate([c for c in cells if c.cell_type == "code"], 1):
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
    notebook.metadata.clear()
    notebook.metadata.update(metadata)
    return notebook


def kept(cell):
    """A cell's outputs as they are saved: without plotly.js, which the first chart brings again when it runs; of data that
    are not ours neither rows nor the points of live charts."""
    tags = cell.metadata.get("tags", [])
    if "rows" in tags:
        return []
    outputs = []
    for output in cell.get("outputs", []):
        output = nbformat.from_dict(output)
        html = output.get("data", {}).get("text/html")
        if html:
            output.data["text/html"] = CARRIER.sub("", html)
        if html and "rows-in-chart" in tags:
            del output.data["text/html"]
        outputs.append(output)
    return outputs
