using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Tests.Shapes;

/// <summary>The reference of a shape as the documentation has it: a table of its properties, and what each may hold.</summary>
internal sealed class ReferenceText(string language) : IPropertyTypeVisitor<string>
{
    public string Of(IEnumerable<Shape> shapes)
    {
        var text = new StringBuilder();
        foreach (var shape in shapes.Where(shape => shape.Properties.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Heading(shape)}\n\n");
            text.Append(In("| property | holds | unless written | meaning |", "| 属性 | 可写的内容 | 不写时 | 含义 |"));
            text.Append("\n|---|---|---|---|\n");
            foreach (var property in shape.Properties.GroupBy(property => property.Name))
                text.Append(Row(property.ToList()));
            if (shape.Others is not null)
            {
                var others = $"{shape.Others.Accept(this)} | | {In("by its name", "按其名称")}";
                text.Append(CultureInfo.InvariantCulture, $"| {In("any other", "其他名称")} | {others} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>As the page's table of contents has it too.</summary>
    public string Heading(Shape shape)
    {
        var what = Messages.Format(language, shape.What.Key, shape.What.Arguments);
        what = what[0] is '\'' or '“' ? what[1..^1] : what;
        return what == shape.Name ? $"`{shape.Name}`" : $"`{shape.Name}`{In(": ", "：")}{what}";
    }

    public string Text(TextRole role, bool isNeverEmpty) => role switch
    {
        TextRole.Formula => In("formula", "公式"),
        TextRole.Condition => In("condition", "条件（公式）"),
        TextRole.Plain or TextRole.Language or TextRole.Currency or TextRole.Address or TextRole.Parameter => In("text", "文本"),
        TextRole.Name => In("name", "名称"),
        TextRole.Unit => In("unit", "单位"),
        TextRole.Ruleset => In("id of a ruleset", "规则集的 id"),
        TextRole.Kpi => In("name of a KPI", "KPI 的名称"),
        TextRole.Attribute => In("name of an attribute", "属性的名称"),
        TextRole.Records => In("name of a list of records", "记录列表的名称"),
        TextRole.Plan => In("name of a plan", "计划的名称"),
        TextRole.Perspective => In("name of a perspective", "维度的名称"),
    };

    public string Pattern(TextRole role, string pattern) => Text(role, isNeverEmpty: true);

    public string Localized() => In("text, or texts by language", "文本，或按语言分写的文本");

    public string Date() => In("date", "日期");

    public string Period() => In("period", "期间");

    public string Number(NumberBound bound) => bound switch
    {
        NumberBound.None => In("JSON number", "JSON 数字"),
        NumberBound.NotNegative => In("JSON number from 0", "不小于 0 的 JSON 数字"),
        NumberBound.Positive => In("JSON number above 0", "大于 0 的 JSON 数字"),
    };

    public string Whole(int from, int to) => to == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"{In("whole number from", "整数，不小于")} {from}")
        : string.Create(CultureInfo.InvariantCulture, $"{In("whole number from", "整数")} {from} {In("to", "到")} {to:#,##0}");

    public string Boolean(bool? only) => only switch
    {
        null => In("`true` or `false`", "`true` 或 `false`"),
        true => "`true`",
        false => "`false`",
    };

    public string Words(IReadOnlyCollection<string> words, WordMatch match) =>
        string.Join(In(", ", "、"), words.Select(word => $"`{word}`"));

    public string Single() => In("text, number, `true`, `false` or `null`", "文本、数字、`true`、`false` 或 `null`");

    public string Anything() => In("anything", "任意内容");

    public string List(PropertyType item, int least, int? most) => $"{In("list of: ", "列表，每项为：")}{item.Accept(this)}";

    public string Map(KeyRole key, PropertyType value, bool isNeverEmpty) => key switch
    {
        KeyRole.Id => In("ids with: ", "id，各有："),
        KeyRole.Name or KeyRole.Perspective => In("names with: ", "名称，各有："),
        KeyRole.Text => In("texts with: ", "文本，各有："),
        KeyRole.Subject => In("subjects with: ", "考核对象，各有："),
        KeyRole.Period => In("periods with: ", "期间，各有："),
    } + value.Accept(this);

    public string Object(Shape shape) => shape.Properties.Count > 0 ? $"{{ `{shape.Name}` }}" : In("{ columns }", "{ 各列 }");

    /// <summary>A number is what it is everywhere: a JSON number, a formula or a schedule.</summary>
    public string Choice(string? name, IReadOnlyList<PropertyType> alternatives) => name switch
    {
        "number" => In("number", "数值"),
        "numberNotNegative" => In("number from 0", "不小于 0 的数值"),
        _ => string.Join(Or, alternatives.Select(alternative => alternative.Accept(this)).Distinct()),
    };

    public string Variants(string name, IReadOnlyList<Shape> shapes) => string.Join(In(", ", "、"), shapes.Select(Object));

    private string Or => In("; or ", "；或 ");

    private string In(string english, string chinese) => language == "en" ? english : chinese;

    private string Row(IReadOnlyList<Property> variants)
    {
        var property = variants[0];
        var types = string.Join(Or, variants.Select(one => one.Type.Accept(this)).Distinct());
        var otherwise = property.IsRequired ? In("required", "必填") : Shown(property.Default);
        var meaning = string.Join(In("; ", "；"), variants.Select(one => In(one.En, one.Zh)).Distinct());
        return $"| `{property.Name}` | {types} | {otherwise} | {meaning} |\n";
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        string[] list => $"`[{string.Join(", ", list.Select(item => $"\"{item}\""))}]`",
        _ => System.FormattableString.Invariant($"`{value}`"),
    };
}
