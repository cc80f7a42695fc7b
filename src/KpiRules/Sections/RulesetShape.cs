// What a ruleset may have: its own properties, and its sections.
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Plans;
using KpiRules.Sections.Ratings;
using KpiRules.Sections.Scorecard;
using KpiRules.Sections.Smart;
using KpiRules.Sections.Tables;
using KpiRules.Sections.Warnings;
using KpiRules.Source.Json;

namespace KpiRules.Sections;

internal static class RulesetShape
{
    public static readonly Property<JsonString> Schema = new(
        "$schema", new TextType(TextRole.Address), "JSON Schema 的位置，供编辑器使用", "where the JSON Schema is, for editors")
    {
        IsForReaders = true,
    };

    public static readonly Property<JsonString> Id = new(
        "id", new TextType(isNeverEmpty: true), "规则集的 id，记在每个结果上", "the ruleset's id, which every result bears")
    {
        IsRequired = true,
        IsForReaders = true,
        Examples = ["\"retail-store\""],
    };

    public static readonly Property<JsonString> Version = new(
        "version", new TextType(isNeverEmpty: true), "规则集的版本，记在每个结果上", "the ruleset's version, which every result bears")
    {
        IsRequired = true,
        IsForReaders = true,
        Examples = ["\"2026.1\""],
    };

    public static readonly Property<JsonString> Company = new("company", new TextType(), "属于哪家公司", "whose policy it is")
    {
        IsForReaders = true,
    };

    public static readonly Property<ObjectReader> Effective = new(
        "effective", new ObjectType(EffectiveShape.Shape), "有效期，首尾两天都算", "the days on which it holds")
    {
        Examples = ["{ \"from\": \"2026-01-01\", \"to\": \"2026-12-31\" }"],
    };

    public static readonly Property<ObjectReader> Settings = new(
        "settings", new ObjectType(SettingsShape.Shape), "对整个规则集有效的设置", "what holds for the whole of it")
    {
        IsImplied = true,
    };

    public static readonly Property<ReadMap<ParameterValue>> Parameters = new(
        "parameters", new MapType<ParameterValue>(KeyRole.Id, ParameterShape.Type), "HR 调整的参数", "constants that HR tunes")
    {
        Examples = ["{ \"hurdle\": 0.8 }"],
    };

    public static readonly Property<ReadMap<ObjectReader>> Attributes =
        Section("attributes", AttributeShape.Shape, "关于对象的、不相加的数据，如职级、部门", "facts about a subject that do not add up, such as its level");

    public static readonly Property<ReadMap<ObjectReader>> Measures =
        Section("measures", MeasureShape.Shape, "可以相加的数据，如销售额", "facts that add up, such as sales");

    public static readonly Property<ReadMap<ObjectReader>> Records =
        Section("records", RecordShape.Shape, "明细记录的列表，如订单、拜访", "lists of rows, such as orders or visits");

    public static readonly Property<ReadMap<ObjectReader>> Tables =
        Section("tables", TableShape.Shape, "供公式查询的费率表、价格表", "rate and price tables that formulas look up");

    public static readonly Property<ReadMap<ObjectReader>> Kpis =
        Section("kpis", KpiShape.Shape, "KPI", "the KPIs", needed: "json.kpi");

    public static readonly Property<ObjectReader> Scorecard = new(
        "scorecard", new ObjectType(ScorecardShape.Shape), "评分卡：KPI 得分按权重合成总分", "the scorecard: scores of KPIs, weighed");

    public static readonly Property<ReadMap<ObjectReader>> Ratings =
        Section("ratings", RatingShape.Shape, "强制分布：按名额评等级", "grades by quota");

    public static readonly Property<ObjectReader> Smart = new(
        "smart", new ObjectType(SmartShape.Shape), "用 SMART 标准检查目标", "how targets are checked before they are used");

    public static readonly Property<ReadMap<ObjectReader>> Warnings =
        Section("warnings", WarningShape.Shape, "预警", "what people are warned of");

    public static readonly Property<ReadMap<ObjectReader>> Incentives =
        Section("incentives", IncentiveShape.Shape, "提成、奖金与扣款", "commissions, bonuses and penalties");

    public static readonly Property<ReadMap<ObjectReader>> Plans =
        Section("plans", PlanShape.Shape, "把总目标分解到人和期间", "totals that are broken down over subjects and periods");

    public static readonly Property<ReadMap<JsonString>> Lint = new(
        "lint", new MapType<JsonString>(KeyRole.Text, new TextType()),
        "明知如此的可疑之处：诊断代码，可加空格和路径，与理由",
        "what is doubtful and known to be so: the code, perhaps a space and a path, and the reason")
    {
        IsForReaders = true,
        Examples = ["{ \"KPI8030\": \"agreed with the board, 2026-03\" }"],
    };

    public static readonly Property<ReadList<ObjectReader>> Tests = new(
        "tests", new ListType<ObjectReader>(new ObjectType(TestShape.Shape)), "规则集自带的测试", "tests that the ruleset carries")
    {
        IsForReaders = true,
        IsInAnyOrder = true,
    };

    public static readonly Shape Shape = new(
        "ruleset", new Term("what.ruleset"),
        Schema, Id, Version, Company, Naming.Title, Naming.Description, Effective, RulesetExtension.Property, Settings, Parameters,
        Attributes, Measures, Records, Tables, Kpis, Scorecard, Ratings, Smart, Warnings, Incentives, Plans, Lint,
        Tests);

    private static Property<ReadMap<ObjectReader>> Section(
        string name, Shape shape, string zh, string en, string needed = "json.object") =>
        new(name, new MapType<ObjectReader>(KeyRole.Id, new ObjectType(shape, needed)), zh, en);
}

internal static class EffectiveShape
{
    public static readonly Property<int?> From = new("from", new DateType(), "第一天", "the first day") { IsRequired = true };

    public static readonly Property<int?> To = new("to", new DateType(), "最后一天；不写则一直有效", "the last day; without it there is none");

    public static readonly Shape Shape = new("effective", new Term("what.effective"), From, To);
}
