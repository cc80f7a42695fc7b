// How a schedule that pays for each full block of an amount is written.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal static class BlocksShape
{
    public static readonly Property<NumberDefinition> From = new(
        "from", NumberLike.Any, "从多少起算第一档", "where the first block begins") { Default = 0 };

    public static readonly Property<JsonNumber> Size = new(
        "size", new NumberType(NumberBound.Positive), "每档的大小", "how large a block is") { IsRequired = true };

    public static readonly Property<NumberDefinition> Value = new(
        "value", NumberLike.Any, "每满一档得多少", "what each full block gives") { IsRequired = true };

    public static readonly Property<int?> Most = new(
        "most", new WholeType(1, int.MaxValue), "最多算几档；不写时不限", "how many blocks count at most; any number unless written");

    private static readonly Shape Block = new("block", new Term("what.blocks"), From, Size, Value, Most);

    public static readonly Property<ObjectReader> Blocks = new(
        "blocks", new ObjectType(Block), "按整档计奖：每满一档得一次", "an amount for each full block of `on`")
    {
        IsRequired = true,
        Examples = ["{ \"from\": 50000, \"size\": 10000, \"value\": 500, \"most\": 10 }"],
    };

    public static readonly WrittenForm Written =
        new(new Shape("blocks", ScheduleProperties.What, ScheduleProperties.On, Blocks) { Form = Blocks }, BlocksDefinition.Read);
}
