"""Mutants of a rulebook: its rules are expressions, so that a changed rule is a changed source."""

import ast
from collections.abc import Iterator

__all__ = ["mutants"]

SWAPPED: dict[type, type] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
ANOTHER = {"decree_until": "decree_issued", "decree_issued": "decree_until", "decree_revoked": "decree_until"}
ANOTHER |= {"term_began": "term_until", "term_until": "term_began", "officers": "people", "people": "officers"}
DATES_AND_COUNTS = {"members_became", "activities", "members_undated", "statement_signed", "villages_reached"}
GROUPS = {"FORMATION": "QUALITY", "LEGALITY": "FORMATION", "ADMIN": "LEGALITY", "QUALITY": "ADMIN"}


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Yield each mutant of a rulebook's source: what was changed into what, and the changed source."""
    tree = ast.parse(source)
    for parent, field, index in places(tree):
        old = getattr(parent, field) if index is None else getattr(parent, field)[index]
        for new in replacements(old):
            put(parent, field, index, new)
            yield said(parent, old, new), ast.unparse(ast.fix_missing_locations(tree))
            put(parent, field, index, old)


def places(tree: ast.Module) -> list[tuple[ast.AST, str, int | None]]:
    """Return where expressions of rules and settings stand: parent, field, and position in a list."""
    found: list[tuple[ast.AST, str, int | None]] = []
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for parent in ast.walk(statement):
                for field, value in ast.iter_fields(parent):
                    if isinstance(value, ast.expr) and field != "func":
                        found.append((parent, field, None))
                    elif isinstance(value, list) and field not in {"targets", "keywords"}:
                        found += [(parent, field, i) for i, v in enumerate(value) if isinstance(v, ast.expr)]
    return found


def put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    """Put a node into its place."""
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def replacements(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what may stand in place of an expression."""
    match node:
        case ast.BinOp(left, (ast.BitAnd() | ast.BitOr()) as op, right):
            yield ast.BinOp(left, SWAPPED[type(op)](), right)
            yield from (left, right)
        case ast.Compare(left, [op], [right]) if type(op) in SWAPPED:
            yield ast.Compare(left, [SWAPPED[type(op)]()], [right])
        case ast.Call(ast.Attribute(left, "then" | "otherwise"), [right]):
            yield from (left, right)
        case ast.UnaryOp(ast.Invert(), inner) | ast.Call(ast.Name("confirmed" | "unsure"), [inner]):
            yield inner
        case _:
            yield from other_names(node)


def other_names(node: ast.AST) -> Iterator[ast.expr]:
    """Yield other numbers, facts and groups in place of one."""
    match node:
        case ast.Constant(int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Attribute(ast.Name("F"), name) if name not in DATES_AND_COUNTS:
            yield ast.Attribute(ast.Name("F"), ANOTHER.get(name, "has_board" if name != "has_board" else "resources"))
        case ast.Name(name, ast.Load()) if name in GROUPS:
            yield ast.Name(GROUPS[name])


def said(parent: ast.AST, old: ast.AST, new: ast.AST) -> str:
    """Return what was changed into what, with what stands around it."""
    around = ast.unparse(parent) if isinstance(parent, ast.expr) else ""
    around = around if len(around) <= 120 else f"{around[:119]}…"
    return f"{ast.unparse(old)} → {ast.unparse(new)}" + (f" in {around}" if around else "")
