"""The other end of Interpreter.java for Python: runs blocks one after the other in one namespace."""

import sys
import traceback

MARK = "\x01"
names = {"__name__": "__main__"}
block = []
for line in sys.stdin:
    if line != MARK + "\n":
        block.append(line)
        continue
    end = "ok"
    try:
        exec(compile("".join(block), "example.py", "exec"), names)
    except BaseException:
        traceback.print_exc(file=sys.stdout)
        end = "failed"
    print(MARK + end, flush=True)
    block = []
