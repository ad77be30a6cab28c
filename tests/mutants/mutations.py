"""The small changes that a test should notice: every one that a module offers, each as a tree of its own."""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS = {
    getattr(ast, one): getattr(ast, other)
    for pair in ("Lt LtE", "Gt GtE", "Eq NotEq", "In NotIn", "Is IsNot", "Add Sub", "Mult Div", "BitAnd BitOr", "LShift RShift", "And Or")
    for one, other in (pair.split(), reversed(pair.split()))
} | {ast.FloorDiv: ast.Div, ast.Mod: ast.Mult, ast.Pow: ast.Mult}
_PAIRS = ("max min", "maximum minimum", "fmax fmin", "idxmax idxmin", "any all", "mean median", "ceil floor", "notna isna", "upper lower")
CALLED = {one: other for pair in _PAIRS for one, other in (pair.split(), reversed(pair.split()))}


@dataclass(frozen=True)
class Mutant:
    """One change: where it is, what stood there and what stands there now, and the whole module with it."""

    scope: str
    before: str
    after: str
    tree: ast.Module
    lines: range

    @property
    def within(self) -> bool:
        """Whether only a function's body is changed, and nothing that is worked out when the module is imported."""
        return bool(self.lines)

    @property
    def name(self) -> str:
        """How the list of equivalents knows it, whatever line it moves to."""
        return f"{self.scope}: {self.before} → {self.after}"


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module; docstrings, annotations, decorators and sentences for people stay as they are."""
    tree, seen = ast.parse(source), Counter[str]()
    for path, scope in _places(tree, (), "module"):
        old = _at(tree, path)
        for new in _changes(old):
            changed = copy.deepcopy(tree)
            whole = _at(changed, path[:-1])
            field, index = path[-1]
            if index is None:
                setattr(whole, field, new)
            else:
                getattr(whole, field)[index] = new
            told = " ".join(ast.unparse(_shown(tree, path)).split()), " ".join(ast.unparse(_shown(changed, path)).split())
            seen[f"{scope} {told}"] += 1
            times = f" #{seen[f'{scope} {told}']}" if seen[f"{scope} {told}"] > 1 else ""
            yield Mutant(scope, told[0], told[1] + times, ast.fix_missing_locations(changed), _lines(tree, path))


Path = tuple[tuple[str, int | None], ...]


def _at(node: ast.AST, path: Path) -> ast.AST:
    for field, index in path:
        node = getattr(node, field) if index is None else getattr(node, field)[index]
    return node


def _lines(tree: ast.Module, path: Path) -> range:
    # Those of the statement; of one that holds others, those before the first of them.
    nodes = [_at(tree, path[:length]) for length in range(1, len(path) + 1)]
    if not any(isinstance(node, ast.FunctionDef) for node in nodes):
        return range(0)
    own = [node for node in nodes if isinstance(node, ast.stmt)][-1]
    if isinstance(own, ast.If | ast.For | ast.While | ast.With):
        return range(own.lineno, own.body[0].lineno)
    return range(own.lineno, (own.end_lineno or own.lineno) + 1)


def _shown(tree: ast.Module, path: Path) -> ast.AST:
    # A changed 0 says nothing by itself; the expression around it does.
    length = len(path)
    while length > 1 and isinstance(
        _at(tree, path[:length]), ast.Constant | ast.operator | ast.cmpop | ast.boolop | ast.Tuple | ast.Name | ast.Attribute | ast.UnaryOp
    ):
        length -= 1
    node = _at(tree, path[:length])
    return node if isinstance(node, ast.expr | ast.stmt | ast.comprehension) else _at(tree, path)


def _places(node: ast.AST, path: Path, scope: str) -> Iterator[tuple[Path, str]]:
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "slice") and not (field == "slice" and isinstance(node, ast.Subscript) and not _is_type(node)):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _left_alone(child):
                inner = child.name if isinstance(child, ast.FunctionDef | ast.ClassDef) else ""
                named = f"{scope}.{inner}".removeprefix("module.") if inner else scope
                here: Path = (*path, (field, index))
                yield here, named
                yield from _places(child, here, named)


def _is_type(node: ast.Subscript) -> bool:
    return ast.unparse(node.value) in ("Literal", "tuple", "dict", "list", "Mapping", "Sequence", "frozenset")


def _left_alone(node: ast.AST) -> bool:
    words = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    typed = isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "TypeVar"
    # Whether zip is strict shows only where lengths differ, which is never meant.
    strict = isinstance(node, ast.keyword) and node.arg == "strict"
    return words or typed or strict or isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    if type(node) in OPERATORS:
        yield OPERATORS[type(node)]()
    elif isinstance(node, ast.UnaryOp) and not isinstance(node.operand, ast.Constant):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, ast.Attribute) and node.attr in CALLED:
        yield ast.Attribute(node.value, CALLED[node.attr], node.ctx)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from _calls(node)
    elif isinstance(node, ast.If):
        yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield ast.comprehension(node.target, node.iter, [], node.is_async)
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield ast.Pass()


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in CALLED:
        yield ast.Call(ast.Name(CALLED[name], ast.Load()), node.args, node.keywords)
    elif name in ("sorted", "reversed") and node.args:
        yield ast.Call(ast.Name("list", ast.Load()), node.args, [])


def _constants(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, float):
        yield ast.Constant(value + (0.01 if value else 1.0))
    elif isinstance(value, str) and " " not in value:
        yield ast.Constant(f"{value}x" if value else "x")
