// Every function that formulas know, by name without regard to case.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal static class FunctionCatalogue
{
    private const ParameterKind N = ParameterKind.Number;
    private const ParameterKind T = ParameterKind.Text;
    private const ParameterKind D = ParameterKind.Date;
    private const ParameterKind Periods = ParameterKind.Periods;
    private const ParameterKind Attribute = ParameterKind.Attribute;
    private const ParameterKind Same = ParameterKind.Same;

    private static readonly Dictionary<string, FunctionDefinition> ByName = new FunctionDefinition[]
    {
        new(Function.Abs, "Abs", [N], ValueKind.Number, ResultUnit.First),
        new(Function.Ceiling, "Ceiling", [N], ValueKind.Number, ResultUnit.First),
        new(Function.Floor, "Floor", [N], ValueKind.Number, ResultUnit.First),
        new(Function.Round, "Round", [N, N], ValueKind.Number, ResultUnit.First, Optional: 1),
        new(Function.Truncate, "Truncate", [N], ValueKind.Number, ResultUnit.First),
        new(Function.Sign, "Sign", [N], ValueKind.Number, ResultUnit.None),
        new(Function.Sqrt, "Sqrt", [N], ValueKind.Number, ResultUnit.None),
        new(Function.Pow, "Pow", [N, N], ValueKind.Number, ResultUnit.None),
        new(Function.Exp, "Exp", [N], ValueKind.Number, ResultUnit.None),
        new(Function.Ln, "Ln", [N], ValueKind.Number, ResultUnit.None),
        new(Function.Log10, "Log10", [N], ValueKind.Number, ResultUnit.None),
        new(Function.Min, "Min", [N, N], ValueKind.Number, ResultUnit.Shared, IsVariadic: true),
        new(Function.Max, "Max", [N, N], ValueKind.Number, ResultUnit.Shared, IsVariadic: true),
        new(Function.Clamp, "clamp", [N, N, N], ValueKind.Number, ResultUnit.Shared),
        new(Function.If, "if", [ParameterKind.Boolean, Same, Same], null, ResultUnit.Shared),
        new(Function.In, "in", [Same, Same], ValueKind.Boolean, ResultUnit.None, IsVariadic: true),
        new(Function.Between, "between", [Same, Same, Same], ValueKind.Boolean, ResultUnit.None),
        new(Function.Default, "default", [Same, Same], null, ResultUnit.Shared),
        new(Function.Available, "available", [ParameterKind.Any], ValueKind.Boolean, ResultUnit.None),
        new(Function.Contains, "contains", [T, T], ValueKind.Boolean, ResultUnit.None),
        new(Function.StartsWith, "startsWith", [T, T], ValueKind.Boolean, ResultUnit.None),
        new(Function.EndsWith, "endsWith", [T, T], ValueKind.Boolean, ResultUnit.None),
        new(Function.Upper, "upper", [T], ValueKind.Text, ResultUnit.None),
        new(Function.Lower, "lower", [T], ValueKind.Text, ResultUnit.None),
        new(Function.PeriodDays, "periodDays", [], ValueKind.Number, ResultUnit.Days),
        new(Function.Elapsed, "elapsed", [], ValueKind.Number, ResultUnit.None),
        new(Function.Remaining, "remaining", [], ValueKind.Number, ResultUnit.Days),
        new(Function.Year, "year", [], ValueKind.Number, ResultUnit.None),
        new(Function.Quarter, "quarter", [], ValueKind.Number, ResultUnit.None),
        new(Function.Month, "month", [], ValueKind.Number, ResultUnit.None),
        new(Function.DaysBetween, "daysBetween", [D, D], ValueKind.Number, ResultUnit.Days),
        new(Function.ActiveDays, "activeDays", [D, D], ValueKind.Number, ResultUnit.Days),
        new(Function.Previous, "previous", [Same, Periods], null, ResultUnit.First, Optional: 1),
        new(Function.SameLastYear, "sameLastYear", [Same], null, ResultUnit.First),
        new(Function.YearToDate, "ytd", [N], ValueKind.Number, ResultUnit.First),
        new(Function.QuarterToDate, "qtd", [N], ValueKind.Number, ResultUnit.First),
        new(Function.SumOf, "sumOf", [N, Periods], ValueKind.Number, ResultUnit.First),
        new(Function.AverageOf, "averageOf", [N, Periods], ValueKind.Number, ResultUnit.First),
        new(Function.Growth, "growth", [N, Periods], ValueKind.Number, ResultUnit.Percent, Optional: 1),
        new(Function.Declining, "declining", [N, Periods], ValueKind.Boolean, ResultUnit.None),
        new(Function.ZScore, "zscore", [N, Periods], ValueKind.Number, ResultUnit.Plain, LeastPeriods: 2),
        new(Function.Beyond, "beyond", [N, Periods, N], ValueKind.Boolean, ResultUnit.None, LeastPeriods: 2),
        new(Function.SameSide, "sameSide", [N, Periods], ValueKind.Boolean, ResultUnit.None),
        new(Function.Monotone, "monotone", [N, Periods], ValueKind.Boolean, ResultUnit.None, LeastPeriods: 2),
        new(Function.Within, "within", [Attribute, N, ParameterKind.Boolean], ValueKind.Number, ResultUnit.Second, Optional: 1),
        new(Function.Everyone, "everyone", [N, ParameterKind.Boolean], ValueKind.Number, ResultUnit.First, Optional: 1),
        new(Function.Reports, "reports", [N], ValueKind.Number, ResultUnit.First),
        new(Function.Share, "share", [Attribute, N, ParameterKind.Boolean], ValueKind.Number, ResultUnit.Percent, Optional: 1),
        new(Function.Rank, "rank", [Attribute, N, ParameterKind.Boolean], ValueKind.Number, ResultUnit.None, Optional: 1),
        new(Function.Headcount, "headcount", [Attribute, ParameterKind.Boolean], ValueKind.Number, ResultUnit.Count, Optional: 2),
        new(Function.Rising, "rising", [N, Periods], ValueKind.Boolean, ResultUnit.None),
    }.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] OverRecords = ["sum", "count", "countDistinct", "average"];

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IFERROR"] = "default",
        ["IFNA"] = "default",
        ["COALESCE"] = "default",
        ["ISNULL"] = "default",
        ["NVL"] = "default",
        ["ISBLANK"] = "available",
        ["POWER"] = "Pow",
        ["INT"] = "Floor",
        ["ROUNDUP"] = "Ceiling",
        ["ROUNDDOWN"] = "Truncate",
        ["TRUNC"] = "Truncate",
        ["AVG"] = "average",
        ["SUMIF"] = "sum",
        ["SUMIFS"] = "sum",
        ["COUNTIF"] = "count",
        ["COUNTIFS"] = "count",
        ["FIND"] = "contains",
        ["SEARCH"] = "contains",
        ["INSTR"] = "contains",
        ["UCASE"] = "upper",
        ["ToUpper"] = "upper",
        ["LCASE"] = "lower",
        ["ToLower"] = "lower",
        ["DAYS"] = "daysBetween",
        ["DATEDIF"] = "daysBetween",
        ["STANDARDIZE"] = "zscore",
    };

    public static FunctionDefinition? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;

    /// <summary>What the author most likely meant: what spreadsheets and databases call otherwise, or what is spelt alike.</summary>
    public static string? Suggest(string name) =>
        Elsewhere.TryGetValue(name, out var known) ? known : ClosestName.Find(name, ByName.Keys.Concat(OverRecords));

    public static FunctionDefinition Of(Function id) => ByName.Values.First(function => function.Id == id);
}
