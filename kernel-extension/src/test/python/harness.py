"""A real kernel process and a real client, and what a cell gave as plain values."""

import os
import tempfile
import time
import unittest
from contextlib import contextmanager

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

KERNEL = os.environ.get("SEGQL_KERNEL", "segql-test")

# What runs here is not the user's.
STATE = tempfile.TemporaryDirectory()
os.environ["SEGQL_NOTEBOOK_HISTORY"] = os.path.join(STATE.name, "history")
TIMEOUT = 60


def idle(message):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


def printed(text):
    """What a cell prints when it has come to a place."""
    return lambda m: m["msg_type"] == "stream" and text in m["content"]["text"]


def progress(message):
    return "<progress" in message["content"].get("data", {}).get("text/html", "")


@contextmanager
def second_client(km):
    client = BlockingKernelClient()
    client.load_connection_info(km.get_connection_info())
    client.start_channels()
    try:
        client.wait_for_ready(timeout=TIMEOUT)
        yield client
    finally:
        client.stop_channels()


class Ran:
    """What one execute request led to."""

    def __init__(self, reply, messages):
        self.reply = reply["content"]
        self.messages = messages

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def stream(self, name="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == name)

    @property
    def result(self):
        """The cell's value; where it took long, it stands in the place of the bar of progress."""
        found = self.of("execute_result") or self.of("update_display_data")
        return found[-1]["data"] if found else None

    @property
    def text(self):
        return None if self.result is None else self.result["text/plain"]


class KernelCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=KERNEL, startup_timeout=TIMEOUT)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel(now=False)

    def until(self, msg_id, wanted, timeout=TIMEOUT):
        """Messages about one request up to the first that is wanted."""
        messages = []
        end = time.time() + timeout
        while True:
            message = self.kc.get_iopub_msg(timeout=max(0.1, end - time.time()))
            if message["parent_header"].get("msg_id") == msg_id:
                messages.append(message)
                if wanted(message):
                    return messages

    def collect(self, msg_id, timeout=TIMEOUT):
        """Messages about one request up to its idle."""
        return self.until(msg_id, idle, timeout)

    def interrupt(self, **header):
        """Interrupts, and waits until the kernel says that it has."""
        message = self.kc.session.msg("interrupt_request", {})
        message["header"].update(header)
        self.kc.control_channel.send(message)
        while True:
            reply = self.kc.get_control_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                return

    def reply(self, msg_id, timeout=TIMEOUT):
        end = time.time() + timeout
        while True:
            message = self.kc.get_shell_msg(timeout=max(0.1, end - time.time()))
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def run_cell(self, code, timeout=TIMEOUT, **options):
        msg_id = self.kc.execute(code, **options)
        messages = self.collect(msg_id, timeout)
        return Ran(self.reply(msg_id, timeout), messages)

    def ok(self, code, **options):
        ran = self.run_cell(code, **options)
        self.assertEqual("ok", ran.reply["status"], ran.reply)
        return ran

    def fails(self, code, name, **options):
        ran = self.run_cell(code, **options)
        self.assertEqual(("error", name), (ran.reply["status"], ran.reply.get("ename")), ran.messages)
        return ran
