"""Small changes to a module, one at a time: comparisons, truth, numbers, returns, filters."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_OTHER_COMPARISON: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_OTHER_SUM: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


_MOST_VARIANTS = 4
_CHANGEABLE = (ast.Compare, ast.BoolOp, ast.Return, ast.IfExp, ast.BinOp, ast.comprehension, ast.UnaryOp)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module, and what was changed where."""

    tree: ast.Module
    line: int
    change: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a module; annotations and docstrings are left alone."""
    count = len(list(_places(ast.parse(source))))
    for number in range(count):
        for variant in range(_MOST_VARIANTS):
            tree = ast.parse(source)
            node = list(_places(tree))[number]
            before = ast.unparse(node)
            if not _change(node, variant):
                break  # no more variants of this node
            ast.fix_missing_locations(tree)
            yield Mutant(tree, getattr(node, "lineno", 0), f"{before} -> {ast.unparse(node)}")


def _places(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that can be changed, in a fixed order; a decorator's options (``slots``) change no answer."""
    nodes = list(ast.walk(_without_annotations(tree)))
    spared = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        for decorator in node.decorator_list
        for inner in ast.walk(decorator)
    }
    return (node for node in nodes if id(node) not in spared and _can_change(node))


def _can_change(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) in (bool, int, float)
    return isinstance(node, _CHANGEABLE)


def _without_annotations(tree: ast.AST) -> ast.AST:
    """The same tree object, its annotations taken out: they are never run for what they say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
            for argument in (*node.args.args, *node.args.kwonlyargs):
                argument.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Name("object", ast.Load())
    return tree


def _change(node: ast.AST, variant: int) -> bool:
    """Change a node in its place; false when it has no such variant."""
    if isinstance(node, ast.Compare):
        return _change_comparison(node, variant)
    if isinstance(node, ast.Constant):
        return _change_constant(node, variant)
    if variant:
        return False
    return _change_once(node)


def _change_comparison(node: ast.Compare, variant: int) -> bool:
    choices = [(place, other) for place, operator in enumerate(node.ops) for other in _OTHER_COMPARISON[type(operator)]]
    if variant >= len(choices):
        return False
    place, other = choices[variant]
    node.ops[place] = other()
    return True


def _change_constant(node: ast.Constant, variant: int) -> bool:
    if isinstance(node.value, bool):
        node.value = not node.value
        return variant == 0
    if variant > 1 or not isinstance(node.value, int | float):
        return False
    node.value = node.value + (1, -1)[variant]
    return True


def _change_once(node: ast.AST) -> bool:
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) not in ("None", "False"):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.IfExp):
        node.body, node.orelse = copy.copy(node.orelse), copy.copy(node.body)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OTHER_SUM:
        node.op = _OTHER_SUM[type(node.op)]()
    elif isinstance(node, ast.comprehension) and node.ifs:
        node.ifs = []
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    else:
        return False
    return True
