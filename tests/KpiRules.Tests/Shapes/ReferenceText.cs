using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Tests.Shapes;

/// <summary>The reference of a shape as the documentation has it: a table of its properties, and what each may hold.</summary>
internal sealed class ReferenceText : IPropertyTypeVisitor<string>
{
    public static string Of(IEnumerable<Shape> shapes)
    {
        var text = new StringBuilder();
        foreach (var shape in shapes.Where(shape => shape.Properties.Count > 0))
        {
            var what = Messages.Format("en", shape.What.Key, shape.What.Arguments).Trim('\'');
            text.Append(CultureInfo.InvariantCulture, $"\n### `{shape.Name}`{(what == shape.Name ? "" : ": " + what)}\n\n");
            text.Append("| property | holds | unless written | meaning |\n|---|---|---|---|\n");
            foreach (var property in shape.Properties.GroupBy(property => property.Name))
                text.Append(Row(property.ToList()));
            if (shape.Others is not null)
                text.Append(CultureInfo.InvariantCulture, $"| any other | {shape.Others.Accept(new ReferenceText())} | | by its name |\n");
        }

        return text.ToString();
    }

    public string Text(TextRole role, bool isNeverEmpty) => role switch
    {
        TextRole.Formula => "formula",
        TextRole.Condition => "condition",
        TextRole.Plain or TextRole.Language or TextRole.Currency or TextRole.Address => "text",
        TextRole.Name => "name",
        TextRole.Unit => "unit",
        TextRole.Ruleset => "id of a ruleset",
        TextRole.Kpi => "name of a KPI",
        TextRole.Attribute => "name of an attribute",
        TextRole.Records => "name of a list of records",
        TextRole.Plan => "name of a plan",
        TextRole.Perspective => "name of a perspective",
        TextRole.Parameter => "text",
    };

    public string Pattern(TextRole role, string pattern) => Text(role, isNeverEmpty: true);

    public string Localized() => "text, or texts by language";

    public string Date() => "date";

    public string Period() => "period";

    public string Number(NumberBound bound) => bound switch
    {
        NumberBound.None => "JSON number",
        NumberBound.NotNegative => "JSON number from 0",
        NumberBound.Positive => "JSON number above 0",
    };

    public string Whole(int from, int to) => to == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"whole number from {from}")
        : string.Create(CultureInfo.InvariantCulture, $"whole number from {from} to {to:#,##0}");

    public string Boolean(bool? only) => only switch
    {
        null => "`true` or `false`",
        true => "`true`",
        false => "`false`",
    };

    public string Words(IReadOnlyCollection<string> words, WordMatch match) => string.Join(", ", words.Select(word => $"`{word}`"));

    public string Single() => "text, number, `true`, `false` or `null`";

    public string Anything() => "anything";

    public string List(PropertyType item, int least, int? most) => $"list of: {item.Accept(this)}";

    public string Map(KeyRole key, PropertyType value, bool isNeverEmpty) => key switch
    {
        KeyRole.Id => $"ids with: {value.Accept(this)}",
        KeyRole.Name or KeyRole.Perspective => $"names with: {value.Accept(this)}",
        KeyRole.Text => $"texts with: {value.Accept(this)}",
        KeyRole.Subject => $"subjects with: {value.Accept(this)}",
        KeyRole.Period => $"periods with: {value.Accept(this)}",
    };

    public string Object(Shape shape) => shape.Properties.Count > 0 ? $"{{ `{shape.Name}` }}" : "{ columns }";

    /// <summary>A number is what it is everywhere: a JSON number, a formula or a schedule.</summary>
    public string Choice(string? name, IReadOnlyList<PropertyType> alternatives) => name switch
    {
        "number" => "number",
        "numberNotNegative" => "number from 0",
        _ => string.Join("; or ", alternatives.Select(alternative => alternative.Accept(this))),
    };

    public string Variants(string name, IReadOnlyList<Shape> shapes) => string.Join(", ", shapes.Select(Object));

    private static string Row(IReadOnlyList<Property> variants)
    {
        var property = variants[0];
        var types = string.Join("; or ", variants.Select(one => one.Type.Accept(new ReferenceText())).Distinct());
        var otherwise = property.IsRequired ? "required" : Shown(property.Default);
        var meaning = string.Join("; ", variants.Select(one => one.En).Distinct());
        return $"| `{property.Name}` | {types} | {otherwise} | {meaning} |\n";
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        string[] list => $"`[{string.Join(", ", list.Select(item => $"\"{item}\""))}]`",
        _ => System.FormattableString.Invariant($"`{value}`"),
    };
}
