"""The canaries themselves: each way of telling a secret must fail the run."""

import shutil
from collections.abc import Iterator

import pytest

PLUGIN = 'pytest_plugins = ["tests.canary"]'
SECRET = '"-".join(("made", "up", "master", "key"))'  # in pieces: this file is no leak either

TELLING = {
    "logged": f"""
        import logging
        def test_it():
            logging.getLogger("some.library").warning("key %s", {SECRET})
        """,
    "Captured stdout": f"""
        def test_it():
            print({SECRET})
        """,
    "an argument list": f"""
        import subprocess, sys
        def test_it():
            subprocess.run([sys.executable, "-c", "pass", {SECRET}], check=True)
        """,
    "holds": f"""
        def test_it(tmp_path):
            (tmp_path / "log.txt").write_text({SECRET})
        """,
}


@pytest.fixture(autouse=True)
def nothing_left(pytester: pytest.Pytester) -> Iterator[None]:
    """Remove what the runs below tell, or this run's own canary finds it."""
    yield
    shutil.rmtree(pytester.path)


@pytest.mark.parametrize("what", TELLING)
def test_a_secret_that_is_told_fails_the_run(pytester: pytest.Pytester, what: str) -> None:
    pytester.makeconftest(PLUGIN)
    pytester.makepyfile(test_telling=TELLING[what])
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--tb=no", "-rA")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines_random([f"*{what}*made-up-mast*"])


def test_secrets_told_in_other_processes_fail_the_run_too(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(PLUGIN)
    pytester.makepyfile(**{f"test_{i}": source for i, source in enumerate(TELLING.values())})
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--tb=no", "-rA", "-n", "2")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    for what in TELLING:
        result.stdout.fnmatch_lines_random([f"*{what}*made-up-mast*"])


def test_a_run_that_keeps_its_secrets_passes(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(PLUGIN)
    pytester.makepyfile(f"def test_it():\n    assert {SECRET}\n")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--tb=no", "-rA")
    assert result.ret == pytest.ExitCode.OK
