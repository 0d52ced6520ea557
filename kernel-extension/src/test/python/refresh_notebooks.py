"""Runs the notebooks that come with the project and saves what they give (see notebooks.py).

    python refresh_notebooks.py [kernel]

or, with this build of the kernel,

    SEGQL_NOTEBOOKS=update ./mvnw -Dquick -pl grammar,dsl,kernel-extension test -Dtest=JupyterClientTest
"""

import os
import sys

import nbformat
import notebooks


def refresh(kernel):
    for file in notebooks.files():
        name = os.path.basename(file)
        if notebooks.parameters(file) is None:
            print(name, "stays as it is: its data are not here")
            continue
        notebook = notebooks.execute(file, kernel)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
            if cell.cell_type == "code":
                cell.outputs = notebooks.kept(cell)
        nbformat.write(notebook, file)
        print(name)


if __name__ == "__main__":
    refresh(sys.argv[1] if len(sys.argv) > 1 else "segql")
