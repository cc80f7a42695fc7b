// Writes a change of a cell for people, on one line: what it was and is, and why.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal static class CellChangeText
{
    private const string None = "–";

    public static string Write(CellChange change, string language)
    {
        var values = new ValueText(language, change.MoneyDecimals);
        var named = change.Title?.In(language) is { } title && title != change.Name ? $"{title} ({change.Name})" : change.Name;
        if (change.Part.Length > 0)
            named += Messages.Format(language, "change.and") + Role(change.Part, language);
        if (change.Subject is { } other)
            named += Messages.Format(language, "change.of", other);
        return Messages.Format(
            language, "change.cell", named, change.IsNew ? None : values.Written(change.Before, change.Unit),
            change.IsGone ? None : values.Written(change.After, change.Unit),
            string.Concat(Why(change, language, values).Select(why => Messages.Format(language, "change.why", why))));
    }

    /// <summary>As explanations call the step; of several alike, the number stands behind the word.</summary>
    private static string Role(string part, string language)
    {
        var words = part.Split(' ');
        return Messages.All(language).ContainsKey("role." + words[0])
            ? Messages.Format(language, "role." + words[0], words.Skip(1).ToArray<object>())
            : part;
    }

    /// <summary>What is known more exactly stands for the reason.</summary>
    private static IEnumerable<string> Why(CellChange change, string language, ValueText values)
    {
        if (change.IsNew || change.IsGone)
        {
            yield return Messages.Format(language, change.IsNew ? "change.new" : "change.gone");
            yield break;
        }

        // a cell that is a fact itself, such as an opening, has been told of already
        var inputs = change.Inputs.Where(input => input.Name != change.Name || input.Period is not null).ToList();
        if (change.Reason == CellChangeReason.Rule)
            yield return change.FormulaBefore != change.FormulaAfter && change is { FormulaBefore.Length: > 0, FormulaAfter.Length: > 0 }
                ? Messages.Format(language, "change.formula", change.FormulaBefore, change.FormulaAfter)
                : Messages.Format(language, "change.Rule");
        else if (inputs.Count == 0)
            yield return Messages.Format(language, "change." + change.Reason);
        if (inputs.Count > 0)
            yield return string.Join(Messages.Format(language, "change.and"), inputs.Select(Written));

        string Written(InputChange input)
        {
            var name = input.Name + (input.Period is { } period ? $" {period}" : "");
            return input.Before == input.After
                ? Messages.Format(language, "change.rows", name)
                : Messages.Format(
                    language, "change.input", name, values.Written(input.Before, input.Unit), values.Written(input.After, input.Unit));
        }
    }
}
