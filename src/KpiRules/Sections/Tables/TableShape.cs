// What a ruleset may write about a table.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

internal static class TableShape
{
    private const int MostKeys = 16;

    /// <summary>A row: which columns it has, and of which types they are, the table's own keys and values say.</summary>
    private static readonly Shape Row = new("tableRow", new Term("what.tableRow")) { Others = new SingleType() };

    private static readonly Shape ElseRow = new("tableElse", new Term("what.tableElse")) { Others = new SingleType() };

    public static readonly Property<ReadList<ObjectReader>> Keys = new(
        "keys",
        new ListType<ObjectReader>(
            new ObjectType(TableKeyShape.Shape), 1, MostKeys, array => TableFaults.NumberOfKeys(array.Place, array.Items.Count, MostKeys)),
        "按什么查：各键依次匹配",
        "what rows are found by, in their order")
    {
        IsRequired = true,
        Examples = ["[ { \"name\": \"产品\" }, { \"name\": \"金额\", \"type\": \"number\", \"match\": \"from\" } ]"],
    };

    public static readonly Property<ReadMap<ObjectReader>> Values = new(
        "values",
        new MapType<ObjectReader>(KeyRole.Name, new ObjectType(TableValueShape.Shape), map => TableFaults.NoValue(map.Place)),
        "查到什么：各个值的列",
        "what rows give")
    {
        IsRequired = true,
        Examples = ["{ \"rate\": { \"unit\": \"percent\" } }"],
    };

    public static readonly Property<WrittenRows> Rows = new(
        "rows",
        new ChoiceType<WrittenRows>(
            null, "json.rows",
            new WordsType(WordMatch.Exact, "given").As(_ => new WrittenRows(null)),
            new ListType<ObjectReader>(new ObjectType(Row)).As(rows => new WrittenRows(rows))),
        "各行，每列一个值；given 表示随数据给出",
        "the rows, with a value for each column; `\"given\"`: they come with the facts")
    {
        IsRequired = true,
        IsInAnyOrder = true,
        Examples = ["[ { \"产品\": \"A\", \"金额\": 0, \"rate\": \"3%\" } ]", "\"given\""],
    };

    public static readonly Property<ObjectReader> Else = new(
        "else", new ObjectType(ElseRow), "没有匹配的行时的值；不写则不可用", "the values where no row matches; else they are not available")
    {
        Examples = ["{ \"rate\": 0 }"],
    };

    public static readonly Shape Shape = new(
        "table", new Term("what.table"), Keys, Values, Rows, Naming.Title, Naming.Description, Else)
    {
        AsRead = NumberCells.AsRead,
    };
}

/// <param name="List">Null where the rows come with the facts.</param>
internal sealed record WrittenRows(ReadList<ObjectReader>? List);

internal static class TableKeyShape
{
    public static readonly Property<JsonString> Name = new(
        "name", new TextType(TextRole.Name, isNeverEmpty: true),
        "列的名称",
        "what the column is called")
    {
        IsRequired = true,
        TellsApart = true,
    };

    public static readonly Property<ValueKind?> Type = new("type", new EnumType<ValueKind>(), "列的类型", "the type of the column")
    {
        Default = EnumText<ValueKind>.Of(ValueKind.Text),
    };

    public static readonly Property<KeyMatch?> Match = new(
        "match", new EnumType<KeyMatch>(),
        "equal 相等；from 取不大于它的最大一行，只用于最后一个数或日期键",
        "`equal`; or `from`, for a last key of numbers or dates: the row with the greatest bound not above the value")
    {
        Default = EnumText<KeyMatch>.Of(KeyMatch.Equal),
    };

    public static readonly Shape Shape = new("tableKey", new Term("what.tableKey"), Name, Type, Match);
}

internal enum KeyMatch
{
    Equal,
    From,
}

internal static class TableValueShape
{
    private static readonly WordCondition IsNumber = FactProperties.Typed(ValueKind.Number, otherwise: ValueKind.Number);

    public static readonly Property<ValueKind?> Type = new("type", new EnumType<ValueKind>(), "列的类型", "the type of the column")
    {
        Default = EnumText<ValueKind>.Of(ValueKind.Number),
    };

    public static readonly DefaultedProperty<Unit> Unit = FactProperties.Unit(IsNumber);

    public static readonly Property<JsonNumber> Min = new(
        "min", new NumberType(), "不得小于它", "what no row's value may be below") { Where = IsNumber };

    public static readonly Property<JsonNumber> Max = new(
        "max", new NumberType(), "不得大于它", "what no row's value may be above") { Where = IsNumber };

    public static readonly Shape Shape = new(
        "tableValue", new Term("what.tableValue"), Type, Naming.Title, Naming.Description, Unit, Min, Max);
}
