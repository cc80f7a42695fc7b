// The functions over texts: by code units, where C#'s own go by the culture of the machine.
using System;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class TextFunctions
{
    public static readonly RowFunction Contains = new(
        "contains",
        new Signature([Text("text"), Text("part")], ValueKind.Boolean, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "part 是否出现在 text 中的任何位置；区分大小写，空文本在任何文本中",
            "whether the part stands anywhere in the text; by code units and in no culture, so that case matters; "
                + "an empty part stands in every text"),
        [new("contains('north-east', 'east')", "true"), new("contains(team, 'EAST')", "false")],
        new TextPairForm((text, part) => text.IndexOf(part, StringComparison.Ordinal) >= 0),
        Search((text, part, _) => Terms.Primary($"{text}.Contains({part})")));

    public static readonly RowFunction StartsWith = new(
        "startsWith",
        new Signature([Text("text"), Text("part")], ValueKind.Boolean, ResultUnit.None),
        Combining.WithoutMeasures,
        new("text 是否以 part 开头；规则同 `contains`", "whether the part stands at the beginning of the text; as `contains` looks for it"),
        [new("startsWith('north-east', 'north')", "true"), new("startsWith('a', 'ab')", "false")],
        new TextPairForm((text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        Search((text, part, length) =>
            new LinqTerm($"{text}.Length >= {length} && {text}.Substring(0, {length}) == {part}", false, Rank.And)));

    public static readonly RowFunction EndsWith = new(
        "endsWith",
        new Signature([Text("text"), Text("part")], ValueKind.Boolean, ResultUnit.None),
        Combining.WithoutMeasures,
        new("text 是否以 part 结尾；规则同 `contains`", "whether the part stands at the end of the text; as `contains` looks for it"),
        [new("endsWith('north-east', 'east')", "true"), new("endsWith('north-east', '')", "true")],
        new TextPairForm((text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        Search((text, part, length) => new LinqTerm(
            $"{text}.Length >= {length} && {text}.Substring({text}.Length - {length}) == {part}", false, Rank.And)));

    public static readonly RowFunction Upper = new(
        "upper",
        new Signature([Text("text")], ValueKind.Text, ResultUnit.None),
        Combining.WithoutMeasures,
        new("全部字母转为大写，与文化无关，逐个字母：`ß` 不变", "the text with all letters in upper case, in no culture, letter by letter: `ß` stays"),
        [new("upper(team)", "EAST"), new("upper('Straße')", "STRAßE")],
        new TextForm(text => text.ToUpperInvariant()),
        Case("ToUpperInvariant"));

    public static readonly RowFunction Lower = new(
        "lower",
        new Signature([Text("text")], ValueKind.Text, ResultUnit.None),
        Combining.WithoutMeasures,
        new("全部字母转为小写，与文化无关，逐个字母", "the text with all letters in lower case, in no culture, letter by letter"),
        [new("lower('EAST')", "east")],
        new TextForm(text => text.ToLowerInvariant()),
        Case("ToLowerInvariant"));

    private static LinqForm Search(Func<string, string, string, LinqTerm> found) => (write, call) =>
    {
        var arguments = call.Arguments.Select(write.Short).ToArray();
        var length = call.Arguments[1] is ConstantOperation { Value.Text: { } part }
            ? part.Length.ToString(CultureInfo.InvariantCulture)
            : arguments[1].Text + ".Length";
        return Terms.Guarded(arguments, found(arguments[0].Text, arguments[1].Text, length), ValueKind.Boolean);
    };

    private static LinqForm Case(string method) => (write, call) =>
    {
        var text = write.Short(call.Arguments[0]);
        return Terms.Guarded([text], Terms.Primary($"{text.Text}.{method}()"), ValueKind.Text);
    };
}
