// Stage 1: faults of the JSON text itself.
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class SourceFaults
{
    public static Diagnostic Expected(SourcePlace place, Term expected, string found) =>
        Error("KPI1001", place, expected, found);

    public static Diagnostic EndsTooSoon(SourcePlace place, Term expected) => Error("KPI1002", place, expected);

    public static Diagnostic Unclosed(SourcePlace place, string bracket, int line, int column) =>
        Error("KPI1003", place, bracket, line, column);

    public static Diagnostic SingleQuotes(SourcePlace place) => Error("KPI1004", place);

    public static Diagnostic BareName(SourcePlace place, string name) => Error("KPI1005", place, name);

    public static Diagnostic NotANumber(SourcePlace place, string written) => Error("KPI1006", place, written);

    public static Diagnostic NumberNotExact(SourcePlace place, string written) => Error("KPI1007", place, written);

    public static Diagnostic DuplicateProperty(SourcePlace place, string name, int firstLine) =>
        Error("KPI1008", place, name, firstLine);

    public static Diagnostic TrailingComma(SourcePlace place) => Error("KPI1009", place);

    public static Diagnostic ControlCharacter(SourcePlace place, string codePoint) => Error("KPI1010", place, codePoint);

    public static Diagnostic BadEscape(SourcePlace place, string escape) => Error("KPI1011", place, escape);

    public static Diagnostic TooDeep(SourcePlace place, int limit) => Error("KPI1012", place, limit);

    public static Diagnostic UnknownWord(SourcePlace place, string word) => Error("KPI1013", place, word);

    public static Diagnostic UnclosedText(SourcePlace place) => Error("KPI1014", place);

    public static Diagnostic NotUtf8(SourcePlace place, string bytes) => Error("KPI1015", place, bytes);

    public static Diagnostic UnclosedComment(SourcePlace place) => Error("KPI1016", place);

    public static Diagnostic ChinesePunctuation(SourcePlace place, string found, string needed) => Error("KPI1017", place, found, needed);

    public static Diagnostic Percent(SourcePlace place) => Error("KPI1018", place);

    public static Diagnostic ThousandsSeparator(SourcePlace place) => Error("KPI1019", place);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
