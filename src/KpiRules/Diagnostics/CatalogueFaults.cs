// Faults of rulesets that stand side by side (stage 5), and of the places they are read from (stage 7).
using System;
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class CatalogueFaults
{
    /// <param name="days">On which days the version holds; a term of <see cref="Days"/>, as is <paramref name="otherDays"/>.</param>
    /// <param name="file">Where the other version stands.</param>
    public static Diagnostic Overlap(
        SourcePlace place, string id, string version, Term days, string otherVersion, Term otherDays, string file) =>
        Error("KPI5060", place, id, version, days, otherVersion, otherDays, file);

    public static Diagnostic SameVersion(SourcePlace place, string id, string version, string file) =>
        Error("KPI5061", place, id, version, file);

    public static Diagnostic NotPrepared(string name, string reason) => Error("KPI5070", Whole(name), reason);

    public static Diagnostic Unreadable(string name, string reason) => Error("KPI7001", Whole(name), reason);

    public static Diagnostic SeveralBases(string name, string id, IEnumerable<string> names) =>
        Error("KPI7002", Whole(name), id, string.Join(", ", names));

    public static Diagnostic NothingThere(string name) => Error("KPI7003", Whole(name));

    /// <summary>The days on which a ruleset holds, as a word of a message; ISO dates whatever the culture.</summary>
    public static Term Days(DateTime? from, DateTime? to) =>
        from is not { } first ? new Term("effective.always")
        : to is { } last ? new Term("effective.both", Iso(first), Iso(last))
        : new Term("effective.from", Iso(first));

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A place for what is not about any stretch of text.</summary>
    private static SourcePlace Whole(string name) => new(new SourceText(name, ""), new SourceSpan(0, 0), SourcePath.Root);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
