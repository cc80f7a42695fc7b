// What a ruleset may write about when what is earned becomes due.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives.Releases;

internal static class ReleaseShape
{
    /// <summary>What is monthly for five years; more parts than that are no release that anybody could explain.</summary>
    private const int MostParts = 60;

    private const int MostPeriods = 1000;

    public static readonly Property<JsonValue> Share = new(
        "share",
        new ChoiceType<JsonValue>(
            null, "json.releaseShare",
            new NumberType().As<JsonValue>(number => number),
            new TextType(TextRole.Parameter).As<JsonValue>(text => text)),
        "这部分的比例：数或参数；各部分相加为 1，其中一个可写 rest（其余）",
        "its part: a number or the name of a parameter; together exactly 1, one of which may be `\"rest\"`")
    {
        IsRequired = true,
        Examples = ["0.7", "\"rest\""],
    };

    public static readonly DefaultedProperty<int> After = Property.Whole(
        "after", 0, MostPeriods, 0, "几期以后到期", "how many periods later it is due");

    public static readonly Property<JsonString> When = new(
        "when", new TextType(TextRole.Condition),
        "到期的条件，按到期的那一期计算；不写则无条件",
        "whether it is due, a condition of the period in which it is asked; always unless written");

    public static readonly Property<int?> Until = new(
        "until", new WholeType(0, MostPeriods),
        "条件不成立时，逐期再问，到几期以后为止；不写则同 after",
        "where the condition does not hold it is asked again up to so many periods later; as `after` unless written");

    public static readonly Shape Part = new("releasePart", new Term("what.releasePart"), Share, After, When, Until);

    public static readonly Property<ReadList<ObjectReader>> Release = new(
        "release",
        new ListType<ObjectReader>(new ObjectType(Part), 1, MostParts, array => array.Items.Count == 0
            ? ReleaseFaults.NoPart(array.Place)
            : ReleaseFaults.TooManyParts(array.Place, array.Items.Count, MostParts)),
        "留存：所得分几部分、何时到期；不写则当期到期",
        "in which parts what is earned becomes due, and when; else all at once")
    {
        Examples = ["[ { \"share\": 0.7 }, { \"share\": \"rest\", \"after\": 3, \"when\": \"collection_rate >= 95%\", \"until\": 6 } ]"],
    };
}
