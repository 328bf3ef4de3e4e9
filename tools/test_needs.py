"""What a notebook needs, and where its numbers were trained."""

import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import needs
from nbformat.v4 import new_notebook


class Needs(unittest.TestCase):
    def setUp(self):
        needs.missing.cache_clear()

    def with_kernel(self, classes, java="java"):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        spec = Path(folder.name) / "kernel.json"
        spec.write_text(json.dumps({"argv": [java], "env": {"JJAVA_CLASSPATH": classes}}))
        return mock.patch.object(needs, "KERNEL", spec)

    def test_a_notebook_says_what_it_needs(self):
        self.assertIsNone(needs.needed(new_notebook()))
        self.assertEqual(needs.needed(new_notebook(metadata={"murmuration": {"needs": "neural"}})), "neural")

    def test_a_module_that_is_not_built_is_missing(self):
        with self.with_kernel("a/murmuration-0.1.0.jar"):
            self.assertIn("not built", needs.missing("neural"))

    def test_a_module_that_does_not_start_is_missing_with_its_reason(self):
        with tempfile.TemporaryDirectory() as folder:
            java = Path(folder) / "java"
            java.write_text('#!/bin/sh\necho "Exception in thread \\"main\\" x.IllegalStateException: no such library" >&2\nexit 1\n')
            java.chmod(0o755)
            with self.with_kernel("a/murmuration-neural-0.1.0.jar", str(java)):
                self.assertEqual(needs.missing("neural"), "no such library")

    def test_a_module_that_nobody_knows_is_missing(self):
        self.assertIn("teleport", needs.missing("teleport"))

    def test_numbers_are_from_here_only_if_the_processor_is_the_same(self):
        notebook = new_notebook()
        self.assertFalse(needs.trained_here(notebook))
        needs.note_processor(notebook)
        self.assertTrue(needs.trained_here(notebook))
        notebook.metadata["murmuration"]["trained_on"] = "another"
        self.assertFalse(needs.trained_here(notebook))


if __name__ == "__main__":
    unittest.main()
