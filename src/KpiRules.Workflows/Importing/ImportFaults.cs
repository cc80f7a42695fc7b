// Stage 7: faults of workflows that are imported, and what a user should know of those that can be.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Workflows.Importing;

internal static class ImportFaults
{
    public static Diagnostic FileTooLong(SourcePlace place, int length, int most) => Error("KPI7101", place, length, most);

    public static Diagnostic NoWorkflow(SourcePlace place, Term found) => Error("KPI7102", place, found);

    public static Diagnostic TooManyRules(SourcePlace place, int most) => Error("KPI7103", place, most);

    public static Diagnostic UnknownProperty(SourcePlace place, string name, Term what, Func<string?> suggestion) =>
        Warning("KPI7104", place, name, what).WithSuggestion(suggestion);

    public static Diagnostic Disabled(SourcePlace place, string rule) => Warning("KPI7105", place, rule);

    public static Diagnostic Injected(SourcePlace place) => Error("KPI7106", place);

    public static Diagnostic ForeignType(SourcePlace place) => Error("KPI7107", place, place.Text);

    public static Diagnostic UnknownOperator(SourcePlace place, string written, IEnumerable<string> known) =>
        Error("KPI7108", place, written, string.Join(", ", known)).WithSuggestion(() => ClosestName.Find(written, known));

    public static Diagnostic OperatorCase(SourcePlace place, string written, string known) => Warning("KPI7109", place, written, known);

    public static Diagnostic NothingJoined(SourcePlace place, string rule, string @operator) => Error("KPI7110", place, rule, @operator);

    public static Diagnostic NoOperator(SourcePlace place, string rule) => Error("KPI7111", place, rule);

    public static Diagnostic NoExpression(SourcePlace place, string rule) => Error("KPI7112", place, rule);

    public static Diagnostic ExpressionIgnored(SourcePlace place, string @operator) => Warning("KPI7113", place, @operator);

    public static Diagnostic ForeignAction(SourcePlace place, string action) => Error("KPI7114", place, action);

    public static Diagnostic NestedAction(SourcePlace place, string rule) => Error("KPI7115", place, rule);

    public static Diagnostic OutputKind(SourcePlace place, Term found) => Error("KPI7116", place, found);

    public static Diagnostic ParameterTwice(SourcePlace place, string name) => Error("KPI7117", place, name);

    public static Diagnostic TooLong(SourcePlace place, int length, int most) => Error("KPI7118", place, length, most);

    public static Diagnostic TooDeep(SourcePlace place, int most) => Error("KPI7119", place, most);

    public static Diagnostic TooMuch(SourcePlace place, string rule, int most) => Error("KPI7189", place, rule, most);

    public static Diagnostic TooLarge(SourcePlace place, int mostParts, int mostDepth) => Error("KPI7120", place, mostParts, mostDepth);

    public static Diagnostic BadCharacter(SourcePlace place, string character, string codePoint) =>
        Error("KPI7121", place, character, codePoint);

    public static Diagnostic UnclosedText(SourcePlace place, string quote) => Error("KPI7122", place, quote);

    public static Diagnostic NotACharacter(SourcePlace place, string written) => Error("KPI7123", place, written);

    public static Diagnostic BadEscape(SourcePlace place, string written) => Error("KPI7124", place, written);

    public static Diagnostic BadNumber(SourcePlace place, string written) => Error("KPI7125", place, written);

    public static Diagnostic Expected(SourcePlace place, Term expected, string found) => Error("KPI7126", place, expected, found);

    public static Diagnostic EndsTooSoon(SourcePlace place, Term expected) => Error("KPI7127", place, expected);

    public static Diagnostic Outside(SourcePlace place, string written, Term why) => Error("KPI7128", place, written, why);

    public static Diagnostic UnknownMethod(SourcePlace place, string name, Func<string?> suggestion) =>
        Error("KPI7129", place, name).WithSuggestion(suggestion);

    public static Diagnostic Arguments(SourcePlace place, string method, int needed, int found) =>
        Error("KPI7130", place, method, needed, found);

    /// <param name="since">Where its type was found out; null where it shows it by itself.</param>
    public static Diagnostic Operand(SourcePlace place, string written, Term needed, Term found, Func<string, string>? since = null) =>
        Error("KPI7131", place, written, needed, found, since ?? (object)"");

    public static Diagnostic Differ(
        SourcePlace place, string left, Term leftKind, string right, Term rightKind, Func<string, string>? since) =>
        Error("KPI7132", place, left, leftKind, right, rightKind, since ?? (object)"");

    public static Diagnostic JoinedTexts(SourcePlace place, string written) => Error("KPI7133", place, written);

    public static Diagnostic TextsInOrder(SourcePlace place, string written) => Warning("KPI7134", place, written);

    public static Diagnostic StaysText(SourcePlace place, string written) => Warning("KPI7135", place, written);

    public static Diagnostic MayBeWhole(SourcePlace place, string written) => Warning("KPI7136", place, written);

    public static Diagnostic Assumed(SourcePlace place, string path, Term kind) => Warning("KPI7137", place, path, kind);

    /// <param name="fault">What the reader of rulesets says of it.</param>
    public static Diagnostic NoFormula(SourcePlace place, string rule, Diagnostic fault) =>
        Error("KPI7138", place, rule, (Func<string, string>)fault.Message);

    public static Diagnostic RuleTwice(SourcePlace place, string rule) => Warning("KPI7139", place, rule);

    public static Diagnostic EqualNumbers(SourcePlace place, string written) => Warning("KPI7140", place, written);

    public static Diagnostic DaysOnly(SourcePlace place, string written) => Warning("KPI7151", place, written);

    public static Diagnostic ByCulture(SourcePlace place, string written, decimal value) => Warning("KPI7152", place, written, value);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);

    private static Diagnostic Warning(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Warning, place, arguments);
}
