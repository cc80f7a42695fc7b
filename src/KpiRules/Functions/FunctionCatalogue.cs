// Every function that formulas know, by name without regard to case.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Functions;

internal static class FunctionCatalogue
{
    /// <summary>In the order of the documentation.</summary>
    public static readonly IReadOnlyList<Function> All =
    [
        SignFunctions.Abs, RoundingFunctions.Ceiling, RoundingFunctions.Floor, RoundingFunctions.Truncate, SignFunctions.Sign,
        RoundingFunctions.Round, ExtremeFunctions.Min, ExtremeFunctions.Max, ExtremeFunctions.Clamp,
        PowerFunctions.Sqrt, LogarithmFunctions.Exp, LogarithmFunctions.Ln, LogarithmFunctions.Log10, PowerFunctions.Pow,
        ChoiceFunctions.If, CaseFunction.Case, ChoiceFunctions.Default, ChoiceFunctions.Available,
        MembershipFunctions.In, MembershipFunctions.Between,
        LookupFunctions.Lookup,
        TextFunctions.Contains, TextFunctions.StartsWith, TextFunctions.EndsWith, TextFunctions.Upper, TextFunctions.Lower,
        CalendarFunctions.PeriodDays, CalendarFunctions.Elapsed, CalendarFunctions.Remaining,
        CalendarFunctions.Year, CalendarFunctions.Quarter, CalendarFunctions.Month,
        CalendarFunctions.PeriodStart, CalendarFunctions.PeriodEnd, CalendarFunctions.AsOf,
        DateFunctions.AddDays, DateFunctions.AddMonths, DateFunctions.DaysBetween, DateFunctions.MonthsBetween,
        DateFunctions.ActiveDays,
        TimeFunctions.Previous, TimeFunctions.SameLastYear, TimeFunctions.SumOf, TimeFunctions.AverageOf, TimeFunctions.Growth,
        TimeFunctions.Declining, TimeFunctions.Rising, ControlFunctions.Monotone, ControlFunctions.ZScore, ControlFunctions.Beyond,
        ControlFunctions.SameSide, TimeFunctions.YearToDate, TimeFunctions.QuarterToDate,
        PeopleFunctions.Within, PeopleFunctions.Everyone, PeopleFunctions.Reports, PeopleFunctions.Share, PeopleFunctions.Rank,
        PeopleFunctions.Headcount, PeopleFunctions.HighestIn, PeopleFunctions.LowestIn, PeopleFunctions.MedianIn,
        PeopleFunctions.PercentileIn,
    ];

    /// <summary>Those over records, in the order of the documentation; some have the name of one over numbers.</summary>
    public static readonly IReadOnlyList<RecordFunction> AllOverRecords =
    [
        RecordFunctions.Sum, RecordFunctions.Count, RecordFunctions.CountDistinct, RecordFunctions.Average, RecordFunctions.Min,
        RecordFunctions.Max, RecordFunctions.Median, RecordFunctions.Percentile,
    ];

    private static readonly Dictionary<string, Function> ByName =
        All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, RecordFunction> OverRecordsByName =
        AllOverRecords.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IFERROR"] = "default",
        ["IFNA"] = "default",
        ["COALESCE"] = "default",
        ["ISNULL"] = "default",
        ["NVL"] = "default",
        ["ISBLANK"] = "available",
        ["SWITCH"] = "case",
        ["DECODE"] = "case",
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
        ["VLOOKUP"] = "lookup",
        ["HLOOKUP"] = "lookup",
        ["XLOOKUP"] = "lookup",
    };

    public static Function? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;

    public static RecordFunction? FindOverRecords(string name) => OverRecordsByName.TryGetValue(name, out var function) ? function : null;

    /// <summary>What the author most likely meant: what spreadsheets and databases call otherwise, or what is spelt alike.</summary>
    public static string? Suggest(string name) =>
        Elsewhere.TryGetValue(name, out var known) ? known : ClosestName.Find(name, ByName.Keys.Concat(OverRecordsByName.Keys));
}
