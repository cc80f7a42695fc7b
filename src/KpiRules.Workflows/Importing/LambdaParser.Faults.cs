// Where things stand in an expression, and what is said of those that cannot be imported.
using System;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaParser
{
    private Origin Since(int start) =>
        _expression.Part(start, Math.Max(1, (_position > 0 ? _tokens[_position - 1].End : start + 1) - start));

    private Origin Part(LambdaToken token) => _expression.Part(token.Start, token.Length);

    private RefusedException Unexpected(string expected)
    {
        if (Current.Kind == LambdaTokenKind.Foreign)
            return Foreign();
        if (Current.Kind == LambdaTokenKind.End)
            return new RefusedException(ImportFaults.EndsTooSoon(
                _expression.PlaceOf(Math.Max(0, _expression.Text.Length - 1), Math.Min(1, _expression.Text.Length)), new Term(expected)));
        return new RefusedException(ImportFaults.Expected(Part(Current).Place, new Term(expected), Part(Current).Text));
    }

    private RefusedException Foreign() => Outside(Part(Current), Part(Current).Text switch
    {
        "=>" => "lambda.arrow",
        "?." => "lambda.nullPropagation",
        "{" or "}" => "lambda.braces",
        "@" or "$" or "^" or "~" => "lambda.sign",
        _ => "lambda.bits",
    });

    private static RefusedException Outside(Origin what, string why) => new(ImportFaults.Outside(what.Place, what.Text, new Term(why)));
}
