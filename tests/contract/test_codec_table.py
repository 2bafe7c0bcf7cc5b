"""What docs/vendors.md says of the vendors is so, and every test that it names is there."""

import ast
import re
from pathlib import Path

import pytest

from scribe_app.ports.vendor import Vendor
from scribe_app.vendors.registry import vendors

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "vendors.md").read_text()
FILES = dict(re.findall(r"`(\w+)`\s+is\s+`(tests/[\w/]+\.py)`", PAGE))
NAMED = sorted(set(re.findall(r"`(\w+)::(\w+)`", PAGE)))
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("|")]
NETWORKED = [each for each in vendors() if not each.manifest.capabilities.on_device]


def functions_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text())
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


def section(vendor: Vendor) -> str:
    """Return what the page says of one vendor."""
    return PAGE.split(f"(`{vendor.manifest.id}`)")[1].split("\n## ")[0]


def test_every_test_in_the_table_exists() -> None:
    known = {key: functions_in(path) for key, path in FILES.items()}
    assert NAMED
    assert [f"{key}::{name}" for key, name in NAMED if name not in known.get(key, ())] == []


def test_every_test_of_a_vendor_is_about_it() -> None:
    columns = {"v1": 1, "v2": 2, "live": 3, "voxist": 4}  # by what a file's word begins with
    for row in ROWS:
        for place, cell in enumerate(row):
            for key in re.findall(r"`(\w+)::", cell):
                assert columns.get(key.partition("_")[0], place) == place, row[0]


def test_no_cell_is_empty() -> None:
    assert len(ROWS) > 60
    for row in ROWS:
        assert all(cell.strip() for cell in row), row[0]
        assert len(row) in (4, 5)


def test_every_feature_is_shown_by_somebody() -> None:
    features = [row for row in ROWS if len(row) == 5 and not row[1].strip().startswith("---")]
    for row in features:
        assert row[0] == " Feature " or any("::" in cell for cell in row[1:]), row[0]


@pytest.mark.parametrize("vendor", NETWORKED, ids=lambda each: each.manifest.id)
class TestVendor:
    def test_every_setting_and_credential_is_explained(self, vendor: Vendor) -> None:
        manifest, text = vendor.manifest, section(vendor)
        for each in (*manifest.settings, *manifest.credentials):
            assert f"`{each.key}`" in text
            for choice in filter(None, each.choices if len(each.choices) < 10 else ()):
                assert f"`{choice}`" in text

    def test_every_default_address_is_given(self, vendor: Vendor) -> None:
        for each in vendor.manifest.settings:
            if "://" in each.default:
                assert f"`{each.default}`" in section(vendor)

    def test_every_model_language_and_template_is_in_the_table(self, vendor: Vendor) -> None:
        manifest = vendor.manifest
        heads = next(row for row in ROWS if row[0].strip() == "Feature")
        column = [each.strip() for each in heads].index(manifest.name)
        cells = " ".join(row[column] for row in ROWS if len(row) == 5)
        names = [model.id for model in manifest.models]
        for each in (*names, *manifest.languages, *manifest.capabilities.templates):
            assert f"`{each}`" in cells
