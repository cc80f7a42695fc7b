// Writing of the functions over texts: by code units, where C#'s own go by the culture of the machine.
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term TextSearch(CallOperation call)
    {
        var arguments = call.Arguments.Select(Short).ToArray();
        var (text, part, length) = (arguments[0].Text, arguments[1].Text, LengthOf(call.Arguments[1], arguments[1]));
        var found = call.Function.Id switch
        {
            Function.Contains => Primary($"{text}.Contains({part})"),
            Function.StartsWith => new Term($"{text}.Length >= {length} && {text}.Substring(0, {length}) == {part}", false, Rank.And),
            // others: the caller passes searches alone, and this one is left of them
            _ => new Term($"{text}.Length >= {length} && {text}.Substring({text}.Length - {length}) == {part}", false, Rank.And),
        };
        return Guarded(arguments, found, ValueKind.Boolean);
    }

    private Term LetterCase(CallOperation call)
    {
        var text = Short(call.Arguments[0]);
        return Guarded([text], Primary($"{text.Text}.{(call.Function.Id == Function.Upper ? "ToUpperInvariant" : "ToLowerInvariant")}()"), ValueKind.Text);
    }

    private static string LengthOf(Operation expression, Term term) =>
        expression is ConstantOperation { Value.Text: { } text } ? text.Length.ToString(CultureInfo.InvariantCulture) : term.Text + ".Length";
}
