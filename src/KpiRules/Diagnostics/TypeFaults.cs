// Stage 4: faults of types and units.
using System;
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class TypeFaults
{
    public static Diagnostic Operand(
        SourcePlace place, string operation, Term needed, string operand, Term found, bool isDateDifference = false) =>
        Error("KPI4001", place, operation, needed, operand, found, new Term(isDateDifference ? "hint.days" : "hint.none"));

    public static Diagnostic Compared(SourcePlace place, string left, Term leftKind, string right, Term rightKind) =>
        Error("KPI4002", place, left, leftKind, right, rightKind);

    public static Diagnostic Argument(SourcePlace place, int number, string function, Term needed, string argument, Term found) =>
        Error("KPI4003", place, number, function, needed, argument, found);

    public static Diagnostic ArgumentCount(SourcePlace place, string function, Term needed, int found) =>
        Error("KPI4004", place, function, needed, found);

    public static Diagnostic BranchesDiffer(SourcePlace place, Term first, Term second) => Error("KPI4005", place, first, second);

    public static Diagnostic FormulaKind(SourcePlace place, Term owner, Term needed, Term found, Term hint) =>
        Error("KPI4006", place, owner, needed, found, hint);

    public static Diagnostic UnitsMixed(SourcePlace place, string left, object leftUnit, string right, object rightUnit, Term hint) =>
        Warning("KPI4007", place, left, leftUnit, right, rightUnit, hint);

    public static Diagnostic UnitDeclared(SourcePlace place, Term owner, object declared, object found) =>
        Warning("KPI4008", place, owner, declared, found);

    public static Diagnostic NeverThisValue(
        SourcePlace place, string attribute, string value, bool alwaysHolds, Func<string?> suggestion) =>
        Warning("KPI4009", place, attribute, value, new Term(alwaysHolds ? "hint.alwaysHolds" : "hint.neverHolds"))
            .WithSuggestion(suggestion);

    public static Diagnostic NotACount(SourcePlace place, string function, int least, int most) =>
        Error("KPI4010", place, function, least, most);

    public static Diagnostic NotAnAttribute(SourcePlace place, string function, string written) =>
        Error("KPI4011", place, function, written);

    public static Diagnostic NoManager(SourcePlace place, string function) => Error("KPI4012", place, function);

    public static Diagnostic FieldElsewhere(SourcePlace place, string function, string field) => Error("KPI4013", place, function, field);

    public static Diagnostic NotAUnit(SourcePlace place, string written, int most) => Warning("KPI4020", place, written, most);

    public static Diagnostic NotAFraction(SourcePlace place, string function) => Error("KPI4070", place, function);

    public static Diagnostic NoSuchCase(SourcePlace place, string name, string value, IReadOnlyList<string> all) =>
        Error("KPI4090", place, name, value, new WordList(all)).WithSuggestion(() => ClosestName.Find(value, all));

    public static Diagnostic CasesMissing(SourcePlace place, string name, IReadOnlyList<string> missing) =>
        Warning("KPI4091", place, name, new WordList(missing));

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);

    private static Diagnostic Warning(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Warning, place, arguments);
}
