// What a ruleset may write about a warning.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Warnings;

internal static class WarningShape
{
    public const int MostPeriods = 366;

    /// <summary>A formula of the severity that stands beside it, or an object with one for each.</summary>
    public static readonly Property<WrittenWhen> When = new(
        "when",
        new ChoiceType<WrittenWhen>(
            null, "json.when",
            new TextType(TextRole.Condition).As(formula => new WrittenWhen(formula, null)),
            new ObjectType(WhenShape.Shape).As(reader => new WrittenWhen(null, reader))),
        "何时预警：一个条件，或每种严重程度各一个；成立的条件中最严重的算数",
        "a condition, or one for each severity, of which the most severe that holds counts")
    {
        IsRequired = true,
        Examples = ["\"margin < 20%\"", "{ \"warning\": \"margin < 20%\", \"critical\": \"margin < 10%\" }"],
    };

    public static readonly DefaultedProperty<WarningSeverity> Severity = Property.Word(
        "severity", WarningSeverity.Warning,
        "只写一个条件时的严重程度：info 提示，warning 警告，critical 严重",
        "how severe it is where there is one condition");

    public static readonly DefaultedProperty<int> For = Property.Whole(
        "for", 1, MostPeriods, 1,
        "条件须连续成立几期（含本期）",
        "how many periods in a row the condition must have held, this one included");

    public static readonly Property<JsonString> Until = new(
        "until", new TextType(TextRole.Condition),
        "预警后持续到此条件成立为止",
        "once firing, it keeps firing until this condition holds");

    public static readonly Property<LocalizedText> Message = new(
        "message", new LocalizedType(),
        "消息；{名称} 或 {名称:格式} 处填入结果，{subject}、{period} 为对象和期间",
        "the message; `{name}` or `{name:format}` is filled with a result, `{subject}` and `{period}` with these")
    {
        IsForReaders = true,
        Examples = ["\"{subject} {period}：达成率 {sales_amount.attainment:P0}\""],
    };

    public static readonly Property<ReadList<JsonString>> Notify = new(
        "notify", new ListType<JsonString>(new TextType(TextRole.Attribute)),
        "通知谁：self 为本人，或存放别人 id 的属性",
        "who is told: `self`, or attributes that hold the id of somebody")
    {
        IsForReaders = true,
        IsInAnyOrder = true,
        Examples = ["[ \"self\", \"manager\" ]"],
    };

    public static readonly Property<LocalizedText> Response = new(
        "response", new LocalizedType(), "应采取的措施", "what is to be done about it")
    {
        IsForReaders = true,
    };

    public static readonly Property<ObjectReader> Escalate = new(
        "escalate", new ObjectType(EscalateShape.Shape), "持续若干期后再通知谁", "who else is told once it has been firing for some periods")
    {
        IsForReaders = true,
        Examples = ["{ \"after\": 2, \"notify\": [ \"director\" ] }"],
    };

    public static readonly Shape Shape = new(
        "warning", new Term("what.warning"),
        When, Naming.Title, Naming.Description, Severity, For, Until, Message, Notify, Response, Escalate)
    {
        Exclusions = [new(new Written(When, new ObjectType(WhenShape.Shape)), Severity)],
    };
}

/// <summary>One of the two.</summary>
internal sealed record WrittenWhen(JsonString? Formula, ObjectReader? BySeverity);

internal static class WhenShape
{
    /// <summary>The most severe first.</summary>
    public static readonly IReadOnlyList<(WarningSeverity Severity, Property<JsonString> Condition)> Conditions =
    [
        (WarningSeverity.Critical, Of(WarningSeverity.Critical, "何时为严重", "when it is critical")),
        (WarningSeverity.Warning, Of(WarningSeverity.Warning, "何时为警告", "when it is a warning")),
        (WarningSeverity.Info, Of(WarningSeverity.Info, "何时为提示", "when it is worth knowing")),
    ];

    public static readonly Shape Shape = new(
        "when", new Term("what.when"), Conditions.Select(one => one.Condition).ToArray<Property>())
    {
        Least = Conditions[1].Condition,
    };

    private static Property<JsonString> Of(WarningSeverity severity, string zh, string en) =>
        new(EnumText<WarningSeverity>.Of(severity), new TextType(TextRole.Condition), zh, en);
}

internal static class EscalateShape
{
    public static readonly DefaultedProperty<int> After = new(
        "after", new WholeType(1, WarningShape.MostPeriods), 1, "持续了几期以后", "for how many periods it must have been firing")
    {
        IsRequired = true,
    };

    public static readonly Property<ReadList<JsonString>> Notify = new(
        "notify", new ListType<JsonString>(new TextType(TextRole.Attribute)),
        "通知谁：self 为本人，或存放别人 id 的属性",
        "who is told: `self`, or attributes that hold the id of somebody")
    {
        IsRequired = true,
        IsInAnyOrder = true,
    };

    public static readonly Shape Shape = new("escalate", new Term("what.escalate"), After, Notify);
}
