// Stage 3: faults of a formula's text and of the names in it.
using System;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class FormulaFaults
{
    public static Diagnostic Empty(SourcePlace place, Term owner) => Error("KPI3001", place, owner);

    public static Diagnostic UnknownName(SourcePlace place, string name, Term owner, Func<string?> suggestion) =>
        Error("KPI3002", place, name, owner).WithSuggestion(suggestion);

    public static Diagnostic UnknownFunction(SourcePlace place, string name, Term owner, Func<string?> suggestion) =>
        Error("KPI3003", place, name, owner).WithSuggestion(suggestion);

    public static Diagnostic UnexpectedCharacter(SourcePlace place, string character, string codePoint) =>
        Error("KPI3004", place, character, codePoint, new Term(character[0] > '~' ? "hint.brackets" : "hint.none"));

    public static Diagnostic InvisibleCharacter(SourcePlace place, string codePoint) => Error("KPI3005", place, codePoint);

    public static Diagnostic OtherSymbol(SourcePlace place, string character, string instead) =>
        Error("KPI3006", place, character, instead);

    public static Diagnostic UnclosedText(SourcePlace place, string quote) => Error("KPI3007", place, quote);

    public static Diagnostic UnclosedBracket(SourcePlace place, string bracket) => Error("KPI3008", place, bracket);

    public static Diagnostic BadDate(SourcePlace place, string written) => Error("KPI3009", place, written);

    public static Diagnostic NumberNotExact(SourcePlace place, string written) => Error("KPI3010", place, written);

    public static Diagnostic NumberThenName(SourcePlace place, string written) => Error("KPI3011", place, written);

    public static Diagnostic TwoSuffixes(SourcePlace place, string written) => Error("KPI3012", place, written);

    public static Diagnostic PercentThenOperand(SourcePlace place, string written) => Error("KPI3013", place, written);

    public static Diagnostic BitOperator(SourcePlace place, string written, bool isPower) =>
        Error("KPI3014", place, written, new Term(isPower ? "hint.pow" : "hint.none"));

    public static Diagnostic OperandExpected(SourcePlace place, string before) => Error("KPI3015", place, before);

    public static Diagnostic OperandExpectedAtEnd(SourcePlace place, string behind) => Error("KPI3016", place, behind);

    public static Diagnostic OperatorMissing(SourcePlace place, string left, string right) => Error("KPI3017", place, left, right);

    public static Diagnostic Unclosed(SourcePlace place, string opening) => Error("KPI3018", place, opening);

    public static Diagnostic Unopened(SourcePlace place, string closing) => Error("KPI3019", place, closing);

    public static Diagnostic CommaOutsideCall(SourcePlace place) => Error("KPI3020", place);

    public static Diagnostic ComparisonChain(SourcePlace place) => Error("KPI3021", place);

    public static Diagnostic NestedChoice(SourcePlace place) => Error("KPI3022", place);

    public static Diagnostic ChoiceUnfinished(SourcePlace place) => Error("KPI3023", place);

    public static Diagnostic ColonAlone(SourcePlace place) => Error("KPI3024", place);

    public static Diagnostic TooLong(SourcePlace place, Term owner, int length, int limit) => Error("KPI3025", place, owner, length, limit);

    public static Diagnostic TooDeep(SourcePlace place, Term owner, int limit) => Error("KPI3026", place, owner, limit);

    public static Diagnostic TooDeepWithoutThreads(SourcePlace place, Term owner, int nesting, int limit) =>
        Error("KPI3070", place, owner, nesting, limit);

    /// <param name="written">??, by whichever keyboard.</param>
    public static Diagnostic NullOperator(SourcePlace place, string written) => Error("KPI3071", place, written);

    public static Diagnostic FunctionAsOperator(SourcePlace place, string name, string instead) => Error("KPI3072", place, name, instead);

    public static Diagnostic NullValue(SourcePlace place, string written) => Error("KPI3073", place, written);

    public static Diagnostic NameInBraces(SourcePlace place, string written, string name) => Error("KPI3074", place, written, name);

    public static Diagnostic WhichLogarithm(SourcePlace place, string name) => Error("KPI3075", place, name);

    public static Diagnostic PlusSign(SourcePlace place) => Error("KPI3076", place);

    public static Diagnostic OperatorWord(SourcePlace place, string word, string instead) => Error("KPI3077", place, word, instead);

    public static Diagnostic TooManyNodes(SourcePlace place, Term owner, int limit) => Error("KPI3027", place, owner, limit);

    public static Diagnostic BadEscape(SourcePlace place, string escape) => Error("KPI3028", place, escape);

    public static Diagnostic NotParsed(SourcePlace place, Term owner) => Error("KPI3029", place, owner);

    public static Diagnostic NoSuchResult(SourcePlace place, string name, Term what, string part, Func<string?> suggestion) =>
        Error("KPI3030", place, name, what, part).WithSuggestion(suggestion);

    public static Diagnostic NoTarget(SourcePlace place, string kpi, string part) => Error("KPI3031", place, kpi, part);

    public static Diagnostic PercentApart(SourcePlace place) => Error("KPI3032", place);

    public static Diagnostic LeadingEqualsSign(SourcePlace place) => Error("KPI3033", place);

    public static Diagnostic LogicAsFunction(SourcePlace place, string word) => Error("KPI3034", place, word);

    public static Diagnostic EmptyName(SourcePlace place) => Error("KPI3035", place);

    public static Diagnostic ListAlone(SourcePlace place, string list) => Error("KPI3037", place, list);

    public static Diagnostic ListNeeded(SourcePlace place, string function, string written, Func<string?> suggestion) =>
        Error("KPI3038", place, function, written).WithSuggestion(suggestion);

    public static Diagnostic LabelNotConstant(SourcePlace place, string written) => Error("KPI3040", place, written);

    public static Diagnostic LabelTwice(SourcePlace place, string written) => Error("KPI3041", place, written);

    public static Diagnostic OfPlansOnly(SourcePlace place, string name) => Error("KPI3096", place, name);

    public static Diagnostic OfPlanReached(SourcePlace place, string name, string reached) => Error("KPI3097", place, name, reached);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
