// Stage 5: faults of the policy as a whole: what its cells mean together.
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class PolicyFaults
{
    public static Diagnostic Cycle(SourcePlace place, IEnumerable<string> names) => Error("KPI5001", place, string.Join(" → ", names));

    public static Diagnostic ConstantTargetOfZero(SourcePlace place, string kpi) => Error("KPI5002", place, kpi);

    public static Diagnostic ScheduleNotEvaluated(SourcePlace place, Term owner) =>
        new("KPI5003", DiagnosticSeverity.Warning, place, owner);

    public static Diagnostic NothingToJudge(SourcePlace place, string kpi, string property) => Error("KPI5004", place, kpi, property);

    public static Diagnostic TooManyCells(SourcePlace place, int limit) => Error("KPI5005", place, limit);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
