// Random rulesets with what formulas alone do not have: targets, schedules, a scorecard, incentives, warnings.
using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;

namespace KpiRules.Tests.Formulas;

internal sealed class RandomRuleset(Random random)
{
    private static readonly string[] Numbers =
        ["a", "b", "销售额", "p", "0", "1", "-2", "a / b", "default(b, 1)", "previous(a)", "ytd(a)", "[odd name] - 1",
        "case(level, 'x', a, 'y', b)", "case(level, 'x', a / b, 2)", "case(a, 0, 1, -1.50, b, p)"];
    private static readonly string[] Conditions =
    [
        "a > 0", "b >= p", "level = 'x'", "a / b < 1", "available(b)", "not (a = 2)", "level in_x", "declining(a, 2)", "beyond(a, 3, 1)",
        "monotone(b, 3)", "sameSide(a, 2)", "case(level, 'x', a > b, true)", "case(level, 'x', 'near', 'far') = 'near'"
    ];

    public string Text() => $$"""
        { "id": "random", "version": "1", "settings": { "missing": "{{One("notAvailable", "zero")}}" }, "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {}, "d": { "default": 1 } },
          "attributes": { "level": { "type": "text" } }, "parameters": { "p": 2, "q": 0.5 },
          "kpis": { {{Several(8, Kpi)}} }, "scorecard": { "missing": "{{One("exclude", "zero", "notAvailable")}}", "grades": [ {{Grades()}} ] },
          "ratings": { {{Several(2, Rating)}} }, "incentives": { {{Several(8, Line)}}, "by_grade": { "amount": "if(default(r0, '') = 'A', default({{One(Numbers)}}, 1), 0)" } }, "warnings": { {{Several(3, Warning)}} } }
        """;

    private string Kpi(int number) => $$"""
        "k{{number}}": { "formula": {{Formula()}}, "target": {{One(Literal(), Literal(), "0", "\"given\"", Quoted(Number()))}}, "better": "{{One("higher", "lower", "nearer")}}",
          "weight": {{One("0", "1", "2.5")}}, "perspective": "{{One("x", "y")}}" {{Maybe($", \"appliesTo\": {Condition()}")}} {{Maybe($", \"score\": {Schedule(4)}")}} }
        """;

    private string Line(int number) => $$"""
        "l{{number}}": { "amount": {{One(Schedule(4), Schedule(3), Quoted(Number()), Formula())}} {{Maybe($", \"gate\": {Condition()}")}} {{Maybe($", \"appliesTo\": {Condition()}")}}
          {{Maybe($", \"multiplier\": {Schedule(3)}")}} {{Maybe(", \"max\": 40")}} {{Maybe(", \"min\": -5")}} {{Maybe($", \"draw\": {{ \"amount\": 3, \"recoverable\": {One("true", "false")} }}")}} }
        """;

    private string Rating(int number) => $$"""
        "r{{number}}": { "on": {{One(Formula(), Quoted(One("k0.score", "k1", "scorecard", "l2", "payout")))}}, "better": "{{One("higher", "lower")}}"
          {{Maybe(", \"among\": \"level\"")}} {{Maybe($", \"when\": {Condition()}")}}
          {{Maybe($", \"then\": [ {Quoted(Number())} ]")}}, "ties": "{{One("better", "worse")}}", "smallest": {{One("1", "1", "4")}},
          "grades": [ {{One(
            "{ \"grade\": \"A\", \"share\": 0.25, \"from\": 2 }, { \"grade\": \"B\", \"share\": \"rest\", \"from\": -1 }",
            "{ \"grade\": \"A\", \"share\": 0.4 }, { \"grade\": \"B\", \"share\": 0.6 }")}} ] }
        """;

    private string Warning(int number) => $$"""
        "w{{number}}": { "when": {{One($"{{ \"warning\": {Condition()}, \"critical\": {Condition()} }}", Condition())}} {{Maybe($", \"for\": {One("2", "3")}")}} {{Maybe($", \"until\": {Condition()}")}} }
        """;

    private string Schedule(int rows)
    {
        var form = One("steps", "marginal", "points", "cases");
        if (form == "cases")
            return $$"""{ "on": "level", "cases": { "x": {{Quoted(Number())}}, "y'\"z": 3 } {{Maybe(", \"else\": 7")}} }""";
        var bound = random.Next(-3, 1);
        var (from, value) = form switch { "steps" => ("from", "value"), "marginal" => ("from", "rate"), _ => ("at", "value") };
        var list = Enumerable.Range(0, random.Next(1, rows + 1))
            .Select(row => $$"""{ "{{from}}": {{(row > 0 && random.Next(6) == 0 ? Quoted(Number()) : Bound(ref bound))}}, "{{value}}": {{One(Literal(), Literal(), "\"q\"", Quoted(Number()))}} }""").ToList();
        return $$"""{ "on": {{Quoted(Number())}}, {{Maybe($"\"per\": {Quoted(Number())}, ")}} "{{form}}": [ {{string.Join(", ", list)}} ] }""";
    }

    private string Bound(ref int bound) => (bound += random.Next(1, 3)).ToString(CultureInfo.InvariantCulture);

    private string Grades() => string.Join(
        ", ", new[] { "0", "50", One("90", "\"p * 40\"") }.Select((from, i) => $$"""{ "grade": "g{{i}}", "from": {{from}} }"""));

    private string Formula() => JsonConvert.ToString(RandomFormula.Number(random, 2).Text);

    private string Number() => One(Numbers);

    private string Condition() => Quoted(One(Conditions).Replace("level in_x", "in(level, 'x', 'y')"));

    private string Literal() => (random.Next(-4, 9) / 2m).ToString(CultureInfo.InvariantCulture);

    private string Maybe(string text) => random.Next(3) == 0 ? text : "";

    private string One(params string[] all) => all[random.Next(all.Length)];

    private static string Quoted(string formula) => JsonConvert.ToString(formula);

    private static string Several(int count, Func<int, string> one) => string.Join(", ", Enumerable.Range(0, count).Select(one));
}
