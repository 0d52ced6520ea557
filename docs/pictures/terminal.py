"""Draws a session of the shell as an SVG picture: what a terminal shows after the lines of a file were typed.

    python3 docs/pictures/terminal.py docs/pictures/shell.txt docs/pictures/shell.svg

Each line of the file is typed and its answer waited for. Needs tmux; run it in the project's folder.
"""

import html
import os
import re
import subprocess
import sys
import time

COLUMNS, ROWS = 100, 60
WIDTH, HEIGHT, MARGIN = 8.4, 17, 14
PAPER, INK = "#1e2127", "#d7dae0"
PALETTE = ["#3f4451", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0"]
BRIGHT = ["#7f848e", "#ff7b85", "#b1dd8f", "#f4d291", "#7ec3ff", "#db92ee", "#6fd0dc", "#ffffff"]


def tmux(*arguments):
    done = subprocess.run(("tmux", "-L", "picture") + arguments, capture_output=True, text=True, check=True)
    return done.stdout


def screen(colours=False):
    return tmux("capture-pane", "-p", *(["-e"] if colours else []), "-t", "picture")


def settled():
    """Waits until the last line is an empty prompt, the first or a further one, and nothing has changed for a second."""
    before = ""
    for _ in range(180):
        time.sleep(1)
        now = screen()
        lines = now.rstrip().split("\n")
        if now == before and lines[-1].strip() in ("segql>", "->"):
            return
        before = now
    sys.exit("The shell did not answer:\n" + before)


def session(lines):
    environment = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
    start = " ".join(f"{k}={v}" for k, v in environment.items()) + " ./segql data/customers.csv"
    size = ("-x", str(COLUMNS), "-y", str(ROWS))
    tmux("-f", "/dev/null", "new-session", "-d", "-s", "picture", *size, start)
    try:
        settled()
        tmux("send-keys", "-t", "picture", "C-l")
        for line in lines:
            # tmux takes a semicolon at the end for its own.
            tmux("send-keys", "-t", "picture", "-l", re.sub(";$", r"\\;", line))
            tmux("send-keys", "-t", "picture", "Enter")
            settled()
        shown = screen(colours=True).rstrip("\n").split("\n")
        return shown[:-1] if "segql>" in shown[-1] else shown
    finally:
        subprocess.run(("tmux", "-L", "picture", "kill-server"), capture_output=True)


def colour(codes, at):
    """The colour that `38;5;n` or `38;2;r;g;b` names, and how many codes that takes."""
    if codes[at + 1] == 2:
        return "#%02x%02x%02x" % tuple(codes[at + 2 : at + 5]), 5
    n = codes[at + 2]
    if n < 16:
        return (PALETTE + BRIGHT)[n], 3
    if n >= 232:
        return "#%02x%02x%02x" % ((8 + 10 * (n - 232),) * 3), 3
    steps = [0, 95, 135, 175, 215, 255]
    n -= 16
    return "#%02x%02x%02x" % (steps[n // 36], steps[n // 6 % 6], steps[n % 6]), 3


def changed(style, codes):
    ink, bold, dim, under = style
    at = 0
    while at < len(codes):
        c = codes[at]
        at += 1
        if c == 0:
            ink, bold, dim, under = INK, False, False, False
        elif c == 1:
            bold = True
        elif c == 2:
            dim = True
        elif c == 4:
            under = True
        elif c == 22:
            bold = dim = False
        elif c == 24:
            under = False
        elif 30 <= c <= 37:
            ink = PALETTE[c - 30]
        elif 90 <= c <= 97:
            ink = BRIGHT[c - 90]
        elif c == 39:
            ink = INK
        elif c in (38, 48):
            named, taken = colour(codes, at - 1)
            ink = named if c == 38 else ink
            at += taken - 1
    return ink, bold, dim, under


def drawn(line, y, style):
    out, column = [], 0
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            style = changed(style, [int(c or 0) for c in part[2:-1].split(";")])
            continue
        for piece in re.finditer(r"\S+(?: \S+)*", part):
            ink, bold, dim, under = style
            x = MARGIN + (column + piece.start()) * WIDTH
            text = piece.group()
            looks = f' fill="{ink}"' if ink != INK else ""
            looks += ' font-weight="bold"' if bold else ""
            looks += ' opacity=".65"' if dim else ""
            looks += ' text-decoration="underline"' if under else ""
            out.append(
                f'<text x="{x:.1f}" y="{y}" textLength="{len(text) * WIDTH:.1f}"{looks}>{html.escape(text)}</text>'
            )
        column += len(part)
    return out, style


def picture(lines):
    width, height = COLUMNS * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    style, body = (INK, False, False, False), []
    for i, line in enumerate(lines):
        texts, style = drawn(line, MARGIN + (i + 1) * HEIGHT - 4, style)
        body += texts
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
            f'viewBox="0 0 {width:.0f} {height}" role="img" aria-label="A session of the SegQL shell">',
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="{INK}" '
            'lengthAdjust="spacingAndGlyphs">',
            *body,
            "</g>",
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        typed = [line for line in file.read().split("\n") if line]
    os.environ.pop("NO_COLOR", None)
    svg = picture(session(typed))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(svg)
