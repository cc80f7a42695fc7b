// What a ruleset may write about a rating.
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Ratings;

internal static class RatingShape
{
    private const int MostMembers = 1_000_000;

    public static readonly Property<JsonString> On = new(
        "on", new TextType(TextRole.Formula), "按什么排名：公式", "what members are placed by, a formula")
    {
        IsRequired = true,
        Examples = ["\"scorecard\""],
    };

    public static readonly DefaultedProperty<PlacedFirst> Better = Property.Word(
        "better", PlacedFirst.Higher, "哪种值排在前面", "which values are placed first");

    public static readonly Property<JsonString> Among = new(
        "among", new TextType(TextRole.Attribute), "在谁中间评：同一属性值的人；不写则所有人", "the attribute that makes the groups; else everybody is of one");

    public static readonly Property<JsonString> When = new(
        "when", new TextType(TextRole.Condition), "谁参加：条件；不写则都参加", "who takes part, a condition; else everybody");

    public static readonly Property<ReadList<JsonString>> Then = new(
        "then", new ListType<JsonString>(new TextType(TextRole.Formula)),
        "相同时依次比较的公式，高者在前",
        "formulas that part equals, in turn, the higher first");

    public static readonly Property<ReadList<ObjectReader>> Grades = new(
        "grades",
        new ListType<ObjectReader>(new ObjectType(RatingGradeShape.Shape), least: 1, count: array => RatingFaults.NoGrade(array.Place)),
        "等级，最好的写在最前",
        "the grades, the best first")
    {
        IsRequired = true,
        Examples = ["[ { \"grade\": \"A\", \"share\": 0.2 }, { \"grade\": \"B\", \"share\": \"rest\" } ]"],
    };

    public static readonly DefaultedProperty<Ties> Ties = Property.Word(
        "ties", Ratings.Ties.Better,
        "并列跨越两个等级时：better 都给好的，worse 都给差的",
        "how those are graded who are tied across a border: as the `better` or the `worse`");

    public static readonly DefaultedProperty<int> Smallest = Property.Whole(
        "smallest", 1, MostMembers, 1,
        "人数少于它的组不按比例，而按 from 评",
        "a group with fewer members goes by `from`");

    public static readonly Shape Shape = new(
        "rating", new Term("what.rating"),
        On, Grades, Naming.Title, Naming.Description, Better, Among, When, Then, Ties, Smallest);
}

internal static class RatingGradeShape
{
    public const string Rest = "rest";

    public static readonly Property<JsonString> Grade = new("grade", new TextType(isNeverEmpty: true), "等级的名称", "what the grade is called")
    {
        IsRequired = true,
        TellsApart = true,
    };

    public static readonly Property<JsonValue> Share = new(
        "share",
        new ChoiceType<JsonValue>(
            null, "json.share",
            new NumberType(NumberBound.NotNegative).As<JsonValue>(number => number),
            new WordsType(WordMatch.Exact, Rest).As<JsonValue>(rest => rest)),
        "占名额的比例；各等级相加为 1，其中一个可写 rest（其余）",
        "its part of the places; together exactly 1, one of which may be `\"rest\"`")
    {
        IsRequired = true,
        Examples = ["0.2", "\"rest\""],
    };

    public static readonly Property<NumberDefinition> From = new(
        "from", NumberLike.Any,
        "人数少的组里，从多少起（含）得此等级；要么每个等级都写，要么都不写",
        "from which value on it is given in a small group; written at every grade, or at none");

    public static readonly Shape Shape = new("ratingGrade", new Term("what.grade"), Grade, Share, From);
}
