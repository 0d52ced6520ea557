"""SegQL as a guest in stock JJava, of every version that it knows; and on a Java that is too old for it."""

import os
import subprocess
import sys
import tempfile
import unittest

from guests import Guest
from jupyter_client.manager import start_new_kernel


def jjava(version):
    """The folder that Jupyter finds this version of JJava in; installed once, beside the environment that runs this."""
    prefix = os.path.join(sys.prefix, "jjava-" + version)
    data = os.path.join(prefix, "share/jupyter")
    if not os.path.exists(os.path.join(data, "kernels/java/kernel.json")):
        done = subprocess.run(
            [sys.executable, "-m", "pip", "-q", "install", "--no-deps", "--ignore-installed"]
            + ["--prefix", prefix, "jjava==" + version]
        )
        if done.returncode != 0:
            raise unittest.SkipTest(f"skipped: JJava {version} cannot be installed")
    return data


def environment(version, java_home):
    env = dict(os.environ)
    env["PATH"] = os.path.join(java_home, "bin") + os.pathsep + env["PATH"]
    env["JJAVA_CLASSPATH"] = env["SEGQL_JARS"]
    env["JJAVA_JVM_OPTS"] = "--enable-native-access=ALL-UNNAMED"
    env["JUPYTER_PATH"] = jjava(version)
    return env


def start(version, java_home, **options):
    """A kernel of that JJava; the place is Jupyter's own variable, read when the kernel is looked up."""
    env = environment(version, java_home)
    before = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = env["JUPYTER_PATH"]
    try:
        return start_new_kernel(kernel_name="java", env=env, startup_timeout=120, **options)
    finally:
        if before is None:
            del os.environ["JUPYTER_PATH"]
        else:
            os.environ["JUPYTER_PATH"] = before


class JJava(Guest):
    version = "1.0a8"
    interrupted = "EvaluationInterruptedException"

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start(cls.version, os.environ["JAVA_HOME"])


class JJava7(JJava):
    version = "1.0a7"


class JJava6(JJava):
    version = "1.0a6"


class OlderJava(unittest.TestCase):
    def old(self):
        old = os.environ.get("SEGQL_OLD_JAVA")
        if not old:
            self.skipTest("skipped: no older Java is here to try")
        return old

    def test_jjava_on_an_older_java_is_told_in_a_sentence(self):
        with tempfile.TemporaryFile("w+") as log:
            km, kc = start("1.0a8", self.old(), stderr=log, stdout=log)
            kc.execute("1 + 1")
            kc.stop_channels()
            km.shutdown_kernel(now=False)
            log.seek(0)
            said = log.read()
        self.assertIn("SegQL needs Java 25 or newer and this kernel runs on Java", said)
        self.assertNotIn("UnsupportedClassVersionError", said)

    def test_ijava_on_an_older_java_is_told_in_a_sentence(self):
        cells = (
            "org.segql.kernel.entry.IJavaAdapter.install(new Object());\n"
            "System.out.println(6 * 7);\n/exit\n"
        )
        jshell = os.path.join(self.old(), "bin/jshell")
        if not os.path.exists(jshell):
            self.skipTest("skipped: the older Java has no jshell")
        done = subprocess.run(
            [jshell, "-s", "--class-path", os.environ["SEGQL_JARS"], "-"],
            input=cells,
            capture_output=True,
            text=True,
            timeout=120,
        )
        self.assertIn("SegQL needs Java 25 or newer", done.stdout + done.stderr)
        self.assertIn("42", done.stdout)


del Guest

if __name__ == "__main__":
    unittest.main()
