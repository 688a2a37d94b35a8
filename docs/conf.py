"""Sphinx configuration."""

import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "extensions"))
PROJECT = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]

project = "kimcore"
author = "the kimcore contributors"
copyright = "the kimcore contributors, MIT"
release = version = PROJECT["version"]
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "generated", "pages", "surface"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "exclude-members": "__init__, __new__"}
python_maximum_signature_line_length = 88
add_module_names = False

html_theme = "furo"
html_title = f"kimcore {release}"
html_show_sphinx = False
html_show_copyright = False
smartquotes = False
