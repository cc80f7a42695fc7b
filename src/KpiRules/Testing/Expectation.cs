// Takes what a test expects of a result and what came, gives whether they agree.
using System;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

internal static class Expectation
{
    /// <summary>Null where the result is the one expected.</summary>
    public static ExpectationFailure? Compare(SubjectEvaluation evaluation, JsonMember expected, string prefix)
    {
        var (name, place) = (prefix + expected.Name.Value, expected.Name.Place);
        if (!evaluation.TryGet(expected.Name.Value, out var actual))
            return ExpectationFailure.Of(name, place, "test.noSuchResult");
        if (Agree(expected.Value, actual.Value))
            return null;
        var written = expected.Value.Place.Text;
        return ExpectationFailure.Of(name, place, "test.expected", _ => written, language => actual.Cause is { } cause
            ? new Term("test.notAvailable", cause.Explain(language))
            : actual.ToString());
    }

    /// <summary>A number with decimals is met when the result, rounded half up to as many, is it; a whole one exactly.</summary>
    public static bool Agree(JsonValue expected, FactValue actual)
    {
        switch (expected)
        {
            case JsonNull:
                return actual.Kind is null;
            case JsonNumber number when actual.Number is { } value:
                var decimals = (decimal.GetBits(number.Value)[3] >> 16) & 0xFF;
                return number.Value == (decimals == 0 ? value : Math.Round(value, decimals, MidpointRounding.AwayFromZero));
            case JsonBoolean boolean:
                return actual.Boolean == boolean.Value;
            case JsonString text:
                return actual.Kind is ValueKind.Text or ValueKind.Date && actual.ToString() == text.Value;
            default:
                return false;
        }
    }
}
