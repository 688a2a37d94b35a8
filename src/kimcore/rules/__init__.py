"""Rules: an engine with three outcomes, explanations, dated parameters, and a compiler to Python."""

from kimcore.rules.compiler import Program, compile_rules
from kimcore.rules.expressions import ON, Expression, Never, P, confirmed, unsure
from kimcore.rules.findings import FindingOfRule, OpenQuestion, find
from kimcore.rules.interpreter import Interpreter
from kimcore.rules.judgement import CONDITION_GROUPS, Judgement, Status
from kimcore.rules.rule import Group, ParameterUnset, ParameterValue, Rule, Setting, condition, ground
from kimcore.rules.rulebook import BoundRulebook, Rulebook
from kimcore.rules.vocabulary import F
from kimcore.rules.walk import facts_read, months_read, parameters_read

__all__ = [
    "CONDITION_GROUPS",
    "ON",
    "BoundRulebook",
    "Expression",
    "F",
    "FindingOfRule",
    "Group",
    "Interpreter",
    "Judgement",
    "Never",
    "OpenQuestion",
    "P",
    "ParameterUnset",
    "ParameterValue",
    "Program",
    "Rule",
    "Rulebook",
    "Setting",
    "Status",
    "compile_rules",
    "condition",
    "confirmed",
    "facts_read",
    "find",
    "ground",
    "months_read",
    "parameters_read",
    "unsure",
]
