"""The Jupyter project's own tests of a kernel, every optional part of them filled in."""

import unittest

import jupyter_kernel_test
from harness import KERNEL, TIMEOUT


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.hypo", "matches": {"hypot("}},
        {"text": "%mave", "matches": {"%maven", "%mavenRepo"}},
    ]
    complete_code_samples = ["int x = 1;", "1 + 1", "%help", "int f() { return 1; }"]
    incomplete_code_samples = ["int f() {", "if (true) {", 'String t = """\n']
    invalid_code_samples = [")", "for for"]
    code_page_something = "%help"
    code_generate_error = 'throw new RuntimeException("no");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [{"code": 'display(html("<i>x</i>"));', "mime": "text/html"}]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.hypot"
    code_clear_output = "clearOutput(false);"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The project's tests wait 15 seconds for a reply; on a busy machine the first cell, which starts JShell, may need more.
        cls.kc.execute_interactive("1", silent=True, allow_stdin=False, timeout=TIMEOUT, output_hook=lambda message: None)


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()
