"""The table of faults: sorted, aligned, and a figure beyond its limit fails its test."""

import pytest

CONFTEST = 'pytest_plugins = ["tests.faults.report"]'
PLAIN = ("-p", "no:cacheprovider", "-p", "no:asyncio")
TESTS = """
    def test_late(report):
        report("12", "told after", "0.31 s", "1 s", met=True)
        report("", "drift", "3 ppm", "50 ppm", met=True)
    def test_early(report):
        report("2", "sound lost", "350 ms", "300 ms", met=False)
        report("1", "blocks lost", "0", "0", met=True)
    def test_without():
        pass
    """


def test_the_table_is_sorted_and_a_row_not_met_fails_its_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess(*PLAIN)
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["E*sound lost: 350 ms, limit 300 ms"])
    result.stdout.fnmatch_lines(
        [
            "    what         figure  limit   met",
            "1   blocks lost  0       0       yes",
            "2   sound lost   350 ms  300 ms  NO",
            "12  told after   0.31 s  1 s     yes",
            "–   drift        3 ppm   50 ppm  yes",
        ],
        consecutive=True,
    )


def test_a_run_without_figures_has_no_table(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest_inprocess(*PLAIN)
    assert "what" not in result.stdout.str()
