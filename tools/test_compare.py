"""What counts as the same output, and what does not."""

import unittest

from compare import (
    json_differences,
    keep_remote,
    notebook_differences,
    same_text,
    skipped_cells,
    trained_sources,
)
from execute import is_blank
from nbformat.v4 import new_code_cell, new_notebook, new_output


def notebook(*cells):
    return new_notebook(cells=[new_code_cell("x", outputs=outputs, metadata={"tags": tags}) for outputs, tags in cells])


def shows(text, *tags):
    return [new_output("execute_result", {"text/plain": text})], list(tags)


def picture(kind):
    return [new_output("display_data", {kind: "<svg/>"})], []


class SameText(unittest.TestCase):
    def test_last_digits_do_not_matter(self):
        self.assertTrue(same_text("tau = 0.87000000001 (n = 300)", "tau = 0.87 (n = 300)"))

    def test_half_a_permille_does(self):
        self.assertFalse(same_text("tau = 0.87", "tau = 0.870435"))

    def test_sign_and_words_do(self):
        self.assertFalse(same_text("tau = 0.87", "tau = -0.87"))
        self.assertFalse(same_text("0.87 rises", "0.87 falls"))

    def test_tiny_numbers_are_compared_too(self):
        self.assertFalse(same_text("p = 1e-9", "p = 2e-9"))


class SameJson(unittest.TestCase):
    def test_place_of_a_difference_is_told(self):
        self.assertEqual(json_differences({"a": [1, 2.0]}, {"a": [1, 2.002]}), ["a[1]: committed 2.0, now 2.002"])

    def test_missing_and_new_keys_are_told(self):
        self.assertEqual(json_differences({"a": 1}, {"b": 1}), ["a: no longer there", "b: new"])

    def test_nothing_is_not_zero_and_true_is_not_one(self):
        self.assertTrue(json_differences([None], [0]))
        self.assertTrue(json_differences([True], [1]))

    def test_provenance_may_differ(self):
        self.assertFalse(json_differences({"provenance": {"java": "25.0.1"}}, {"provenance": {"java": "25.0.3"}}))

    def test_a_skipped_row_stands_for_any_verdict(self):
        self.assertFalse(json_differences([{"id": "a", "verdict": "REPRODUCED"}], [{"id": "a", "verdict": "SKIPPED"}]))
        self.assertTrue(json_differences([{"id": "a", "verdict": "REPRODUCED"}], [{"id": "b", "verdict": "SKIPPED"}]))


class SameNotebook(unittest.TestCase):
    def test_changed_cell_is_named_with_both_texts(self):
        found = notebook_differences(notebook(shows("1.0"), shows("2.0")), notebook(shows("1.0"), shows("2.001")))
        self.assertEqual(found, {1: ["-2.0", "+2.001"]})

    def test_long_line_is_cut_to_where_it_differs(self):
        old, new = "a" * 500 + "1" + "b" * 500, "a" * 500 + "2" + "b" * 500
        lines = notebook_differences(notebook(shows(old)), notebook(shows(new)))[0]
        self.assertEqual([line[:1] for line in lines], ["-", "+"])
        self.assertTrue(all(len(line) < 200 for line in lines))
        self.assertNotEqual(lines[0][1:], lines[1][1:])

    def test_missing_output_is_a_difference(self):
        self.assertEqual(list(notebook_differences(notebook(([], [])), notebook(shows("1")))), [0])

    def test_picture_is_compared_by_kind_only(self):
        self.assertFalse(notebook_differences(notebook(picture("image/svg+xml")), notebook(picture("image/svg+xml"))))
        self.assertTrue(notebook_differences(notebook(picture("image/svg+xml")), notebook(picture("image/png"))))

    def test_picture_inside_html_is_no_text(self):
        def page(picture, tau):
            return [new_output("execute_result", {"text/html": f'<p>{tau}</p><img src="data:image/svg+xml;base64,{picture}">'})], []

        self.assertFalse(notebook_differences(notebook(page("PHN2Zw==", 0.5)), notebook(page("QUJD+/8=", 0.5))))
        self.assertTrue(notebook_differences(notebook(page("PHN2Zw==", 0.5)), notebook(page("PHN2Zw==", 0.6))))

    def test_remote_cells_are_left_alone_only_where_one_was_skipped(self):
        had = notebook(shows("1.5", "remote"), shows("all 8 rows", "remote"))
        without = notebook(shows("skipped: no data", "remote"), shows("7 rows", "remote"))
        self.assertFalse(notebook_differences(had, without))
        self.assertEqual(skipped_cells(without), [0])
        self.assertTrue(notebook_differences(had, notebook(shows("1.6", "remote"), shows("all 8 rows", "remote"))))

    def test_a_section_keeps_what_it_showed_when_its_data_is_gone(self):
        had, without = notebook(shows("1.5", "remote"), shows("2")), notebook(shows("skipped: no data", "remote"), shows("3"))
        keep_remote(had, without)
        self.assertEqual([cell.outputs[0].data["text/plain"] for cell in without.cells], ["1.5", "3"])

    def test_an_untagged_cell_cannot_skip(self):
        self.assertTrue(notebook_differences(notebook(shows("1.5")), notebook(shows("skipped: no data"))))


    def test_trained_cells_are_compared_by_kind_on_another_processor(self):
        had, elsewhere = notebook(shows("0.91", "trained"), shows("2")), notebook(shows("0.88", "trained"), shows("2"))
        self.assertEqual(list(notebook_differences(had, elsewhere)), [0])
        self.assertFalse(notebook_differences(had, elsewhere, same_processor=False))
        self.assertTrue(notebook_differences(had, notebook(([], ["trained"]), shows("2")), same_processor=False))
        self.assertTrue(notebook_differences(had, notebook(shows("0.88", "trained"), shows("3")), same_processor=False))
        self.assertEqual(trained_sources(had), ["x"])


class Blank(unittest.TestCase):
    def test_what_a_progress_bar_leaves_is_no_output(self):
        bar = "tau by chance 100% |████████████| 4000/4000 (0:00:00 / 0:00:00) "
        self.assertTrue(is_blank(new_output("display_data", {"text/plain": bar})))
        self.assertTrue(is_blank(new_output("display_data", {"text/plain": ""})))
        self.assertFalse(is_blank(new_output("display_data", {"text/plain": "found in 100% | of 4/5"})))
        self.assertFalse(is_blank(new_output("execute_result", {"text/plain": bar})))


if __name__ == "__main__":
    unittest.main()
