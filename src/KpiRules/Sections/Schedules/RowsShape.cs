// How a schedule along one value is written: rows with a bound and what holds there.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal sealed class RowsShape
{
    private RowsShape(
        ScheduleForm form, Property<NumberDefinition> bound, Property<NumberDefinition> value, string zh, string en, string example)
    {
        (Form, Bound, Value) = (form, bound, value);
        var name = EnumText<ScheduleForm>.Of(form);
        Row = new(name + "Row", new Term("what.scheduleRow"), bound, value);
        Rows = new(name, ScheduleProperties.NonEmpty(name, new ObjectType(Row)), zh, en)
        {
            IsRequired = true,
            Examples = [example],
        };
        Written = new(
            new Shape(
                name, ScheduleProperties.What,
                form == ScheduleForm.Marginal
                    ? [ScheduleProperties.On, ScheduleProperties.Per, Accumulate, Rows]
                    : [ScheduleProperties.On, ScheduleProperties.Per, Rows])
            {
                Form = Rows,
            },
            reader => RowsDefinition.Read(reader, this));
    }

    public static Property<JsonString> Accumulate { get; } = new(
        "accumulate", new WordsType(WordMatch.AnyText, "ytd", "qtd"),
        "累计：按年（ytd）或按季（qtd）累计计算，本期得到与上期累计之差",
        "on the sum of the year (`ytd`) or quarter (`qtd`) so far, of which each period gets what is new");

    public static RowsShape Steps { get; } = new(
        ScheduleForm.Steps, From(), Amount("该档的值", "what holds in the row"),
        "分档取值：值落在哪一档，就取那一档的 value",
        "the `value` of the row that holds `on`; below the first row, 0",
        "[ { \"from\": 0, \"value\": 0.05 }, { \"from\": 100000, \"value\": 0.07 } ]");

    public static RowsShape Marginal { get; } = new(
        ScheduleForm.Marginal, From(), Rate(),
        "超额累进：每一档内的部分乘以该档的 rate，再相加",
        "the sum of each `rate` times the part of `on` that lies in its row",
        "[ { \"from\": 0, \"rate\": 0.05 }, { \"from\": 1, \"rate\": 0.1 } ]");

    public static RowsShape Points { get; } = new(
        ScheduleForm.Points, At(), Amount("该点的值", "the value at the point"),
        "折线：点与点之间按直线取值，两端之外取端点的值",
        "straight lines between the points, flat beyond both ends; two points at one place are a jump",
        "[ { \"at\": 0.8, \"value\": 0 }, { \"at\": 1, \"value\": 50 } ]");

    public ScheduleForm Form { get; }

    public Property<NumberDefinition> Bound { get; }

    public Property<NumberDefinition> Value { get; }

    public Shape Row { get; }

    public Property<ReadList<ObjectReader>> Rows { get; }

    public WrittenForm Written { get; }

    private static Property<NumberDefinition> From() => new(
        "from", NumberLike.Any, "从多少起（含），到下一档为止（不含）",
        "where the row begins, inclusive; it ends where the next begins")
    {
        IsRequired = true,
        TellsApart = true,
    };

    private static Property<NumberDefinition> At() => new("at", NumberLike.Any, "点的位置", "where the point lies")
    {
        IsRequired = true,
        TellsApart = true,
    };

    private static Property<NumberDefinition> Rate() => new(
        "rate", NumberLike.Any, "该档的比率", "the rate of the part that lies in the row") { IsRequired = true };

    private static Property<NumberDefinition> Amount(string zh, string en) => new("value", NumberLike.Any, zh, en) { IsRequired = true };
}
