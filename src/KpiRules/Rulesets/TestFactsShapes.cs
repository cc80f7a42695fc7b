// How the facts of a test are written: values by name, lists of rows, periods, subjects.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class TestFactsShapes
{
    private const string ListsZh = "明细记录：每个列表的各行";
    private const string ListsEn = "records: the rows of each list";
    private static readonly Term What = new("what.test");

    /// <summary>A list called records among values says nothing: lists have a place of their own.</summary>
    private static readonly Property<JsonValue> Ignored = new(
        "records", new AnyType(), "不起作用：明细记录写在旁边", "says nothing here: records are written beside");

    /// <summary>Facts by name; or the fields of a record, or the columns of a row.</summary>
    public static readonly Shape Values = new("values", What, Ignored) { Others = new SingleType() };

    public static readonly MapType<ReadList<ObjectReader>> Lists =
        new(KeyRole.Text, new ListType<ObjectReader>(new ObjectType(Values)));

    private static readonly Property<ReadMap<ReadList<ObjectReader>>> Records = new("records", Lists, ListsZh, ListsEn);

    /// <summary>A fact may be called tables too, for it is a single value.</summary>
    private static readonly Property<JsonValue> Tables = new(
        "tables",
        new ChoiceType<JsonValue>(null, "json.single", Lists.As<JsonValue>(lists => lists.Json), new SingleType().As(value => value)),
        "随数据给出的表的行",
        "the rows of tables that come with the facts");

    private static readonly Shape Period = new("periodFacts", What, Records, Tables) { Others = new SingleType() };

    public static readonly MapType<ObjectReader> ByPeriod = new(KeyRole.Period, new ObjectType(Period));

    private static readonly Property<ObjectReader> Given = new(
        "given", new ObjectType(Values), "该期间的数据；也可以直接写", "the facts of the period under test; they may stand directly, too");

    private static readonly Property<ReadMap<ObjectReader>> History = new(
        "history", ByPeriod, "以前各期的数据", "the facts of earlier periods");

    public static readonly Shape Subject = new("subjectFacts", What, Given, History, Records) { Others = new SingleType() };
}
