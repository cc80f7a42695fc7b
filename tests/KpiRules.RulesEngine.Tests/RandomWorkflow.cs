// Random workflows of what can be imported, as authors write it: both spellings, odd blanks, parameters, nested rules, outputs.
using System;
using System.Linq;
using Newtonsoft.Json;

namespace KpiRules.RulesEngine.Tests;

internal sealed class RandomWorkflow(Random random)
{
    public const int Rules = 20;

    /// <summary>Parameters that may be named where the rest is made: none before they are defined.</summary>
    private (string Number, string Flag) _known = ("0", "true");

    /// <summary>One workflow, w, over the inputs of the test; a rule is called by its place.</summary>
    public string Write()
    {
        var parameters = $"{Parameter("go", "input1")}, {Parameter("gn", Number(2))}, {Parameter("gb", Condition(2))}";
        _known = ("gn", "gb");
        return $$"""
            { "WorkflowName": "w", "GlobalParams": [ {{parameters}} ],
              "Rules": [
            {{string.Join(",\n", Enumerable.Range(0, Rules).Select(Rule))}}
            ] }
            """;
    }

    private string Rule(int number) => random.Next(6) switch
    {
        0 => $$"""{ "RuleName": "r{{number}}", "Operator": "{{One("And", "AndAlso", "Or", "OrElse")}}", "Rules": [ {{Nested($"r{number}a", true)}}, {{Nested($"r{number}b", false)}} ] }""",
        1 => $$"""{ "RuleName": "r{{number}}", "Expression": {{Quoted(Condition(2))}}, "Actions": { "OnSuccess": {{Output()}} } }""",
        2 => $$"""{ "RuleName": "r{{number}}", "Expression": {{Quoted(Condition(2))}}, "Actions": { "OnSuccess": {{Output()}}, "OnFailure": {{Output()}} } }""",
        3 => $$"""{ "RuleName": "r{{number}}", "LocalParams": [ {{Parameter("pn", Number(2))}} ], "Expression": {{Quoted($"pn > {Number(1)} {One("&&", "or")} pn * 2 <= gn")}} }""",
        _ => $$"""{ "RuleName": "r{{number}}", "RuleExpressionType": "LambdaExpression", "Expression": {{Quoted(Condition(4))}} }""",
    };

    private string Nested(string name, bool mayNest) => mayNest && random.Next(3) == 0
        ? $$"""{ "RuleName": "{{name}}", "Operator": "Or", "LocalParams": [ {{Parameter("pb", Condition(1))}} ], "Rules": [ {{Nested(name + "a", false)}}, { "RuleName": "{{name}}c", "Expression": {{Quoted($"!pb || {Condition(1)}")}} } ] }"""
        : $$"""{ "RuleName": "{{name}}", "Expression": {{Quoted(Condition(2))}} }""";

    private string Output() => $$"""{ "Name": "OutputExpression", "Context": { "Expression": {{Quoted(Number(2))}} } }""";

    private static string Parameter(string name, string expression) => $$"""{ "Name": "{{name}}", "Expression": {{Quoted(expression)}} }""";

    private string Condition(int depth) => random.Next(depth > 0 ? 18 : 8) switch
    {
        0 => One("input1.B", "input1.c", "true", "FALSE", "input1 . B"),
        1 => $"{Number(depth - 1)}{Blank}{Comparison}{Blank}{Number(depth - 1)}",
        2 => $"{Text()}.{One("Contains", "startsWith", "EndsWith")}({Word()})",
        3 => $"{Text()} {One("==", "=", "!=", "<>", "eq", "ne")} {Text()}",
        4 => $"({Text()} {One("in", "not in", "IN")} ({Word()}, {Word()}))",
        5 => $"({Whole()} {One("in", "not  in")} ({random.Next(9)}, -{random.Next(9)}))",
        6 => One(
            "input1.NI != null and (input1.NI ?? 0) == input1.i",
            "(input1.ND == null and (input1.ND ?? 3) > 2.5m)",
            "string.IsNullOrEmpty(input1.NS)",
            "(input1.NS ?? \"ab\") == \"ab\""),
        7 => One(
            "(input1.NB ?? true)",
            "isnull(input1.NI, 3) > 2",
            "np(input1.NI, 5) lt 4",
            "ExpressionUtils.CheckContains(input1.S, \"a,Ab,,xb\")",
            _known.Flag,
            "go.B",
            "go.I >= 0"),
        8 or 9 => $"{Condition(depth - 1)}{One(" && ", " and ", " AndAlso ", "&&")}{Condition(depth - 1)}",
        10 or 11 => $"{Condition(depth - 1)}{One(" || ", " OR ", " OrElse ", "||")}{Condition(depth - 1)}",
        12 => $"{One("!", "not ", "! ", "!!")}({Condition(depth - 1)})",
        13 => $"iif({Condition(depth - 1)}, {Condition(depth - 1)},{Condition(depth - 1)})",
        14 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
        15 => $"({Condition(depth - 1)}) {One("==", "!=")} ({Condition(depth - 1)})",
        16 => $"{Number(depth - 1)} {Comparison} {Number(depth - 1)} == {One("true", "false")}",
        _ => $"( {Condition(depth - 1)} )",
    };

    private string Number(int depth) => random.Next(depth > 0 ? 12 : 3) switch
    {
        0 => One("3", "5L", "0x1F", "0b101", "1.5m", "2M", "7", _known.Number),
        1 => One("input1.D", "input1.E", "INPUT1.d", "go.D"),
        2 => One("input1.I", "input1.J", "(input1.NI ?? 2)", "(input1.ND ?? 1.5m)"),
        3 or 4 => $"{Number(depth - 1)}{Blank}{One("+", "-")}{Blank}{Number(depth - 1)}",
        5 => $"{Number(depth - 1)}{One("*", " * ")}{Number(depth - 1)}",
        6 => $"{Number(depth - 1)} {One("%", "mod")} {random.Next(1, 5)}",
        7 => $"{Number(depth - 1)} / {One("2m", "4.0m", "(1.5m + 1)")}",
        8 => FormattableString.Invariant($"{random.Next(-20, 20)} / {random.Next(1, 6)}"),
        9 => $"-({Number(depth - 1)})",
        10 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
        _ => "Math." + One(
            $"Abs({Decimal()})", $"Floor({Decimal()})", $"Ceiling({Decimal()})", $"Truncate({Decimal()})",
            $"Max({Decimal()}, {Decimal()})", $"min({Decimal()}, 2m)"),
    };

    private string Decimal() => One("input1.D", "-input1.E", "input1.D / 4m", "input1.E * input1.I", "-2.5m");

    private string Whole() => One("input1.I", "input1.J", "input1.I + 1", "-input1.J");

    private string Text() => One("input1.S", "input1.T", "input1.s.ToUpper()", "input1.T.ToLower()", "go.S", Word());

    private string Word() => One("\"a\"", "\"Ab\"", "\"\"", "\"b'c\"", "\"\\u0061b\"", "\"A\"");

    private string Comparison => One("==", "!=", "<", "<=", ">", ">=", "lt", "le", "GT", "ge");

    private string Blank => One(" ", "  ", "\t", "\r\n ");

    private static string Quoted(string text) => JsonConvert.ToString(text);

    private string One(params string[] choices) => choices[random.Next(choices.Length)];
}
