// What a ruleset may set for the whole of it.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class SettingsShape
{
    private static readonly SettingsDefinition Unwritten = new();

    public static readonly Property<JsonString> Currency = new(
        "currency",
        new PatternType(TextRole.Currency, "^[A-Z]{3}$", (text, _) => RulesetFaults.BadCurrency(text.Place, text.Value)),
        "货币，按 ISO 4217，用于显示金额",
        "the currency by ISO 4217, in which money is shown")
    {
        IsForReaders = true,
        Examples = ["\"CNY\""],
    };

    public static readonly DefaultedProperty<int> MoneyDecimals = Property.Whole(
        "moneyDecimals", 0, 8, Unwritten.MoneyDecimals,
        "奖金金额保留的小数位数",
        "to how many decimals an incentive line is rounded");

    public static readonly DefaultedProperty<Rounding> Rounding = Property.Word(
        "rounding", Unwritten.Rounding,
        "奖金金额怎样舍入：halfUp 四舍五入，halfEven 四舍六入五成双，down 舍去，up 进位",
        "how an incentive line is rounded: `halfUp` away from zero, `halfEven` to the even digit, `down` toward zero, `up` away from zero");

    public static readonly DefaultedProperty<MissingMeasure> Missing = Property.Word(
        "missing", MissingMeasure.NotAvailable,
        "没有给出的数据算什么：notAvailable 不可用，zero 零",
        "what a measure is worth that is not given: `notAvailable`, or `zero`");

    public static readonly Property<JsonString> Language = new(
        "language",
        new PatternType(TextRole.Language, "^(zh|en)(-[\\s\\S]*)?$", (text, name) =>
            ObjectReader.NotOneOf(text, name, ["zh", "en"])),
        "没有另外指定时提示信息的语言：zh 中文，en 英文",
        "the language of messages when nobody asks for another: `zh` or `en`")
    {
        Default = Unwritten.Language,
        IsForReaders = true,
    };

    public static readonly DefaultedProperty<PeriodKind> Period = Property.Word(
        "period", Unwritten.Period,
        "数据的期间：day 日、week 周、month 月、quarter 季、halfYear 半年、year 年",
        "the period of the facts");

    public static readonly DefaultedProperty<int> FiscalYearStart = Property.Whole(
        "fiscalYearStart", 1, 12, Unwritten.FiscalYearStart,
        "财年从几月开始，ytd 也从此月算起",
        "the month in which the year begins, and so `ytd`");

    public static readonly Property<Workdays> Workdays = new(
        "workdays", WorkdaysShape.Type,
        "工作日：all 每天，weekdays 周一到周五，或自己的日历",
        "the days that `elapsed()` counts: `all`, `weekdays`, or a calendar of one's own")
    {
        Default = WorkdaysShape.EveryDay,
        Examples = ["\"weekdays\"", "{ \"days\": [ \"mon\", \"tue\" ], \"holidays\": [ \"2026-10-01\" ], \"extra\": [ \"2026-10-10\" ] }"],
    };

    public static readonly DefaultedProperty<int> Lookback = Property.Whole(
        "lookback", 0, 366, Unwritten.Lookback,
        "预警的 until 最多往前看几期",
        "how many earlier periods a warning with `until` looks at");

    public static readonly Property<ObjectReader> Lint = new(
        "lint", new ObjectType(LintSettingsShape.Shape), "kpirules lint 另外检查什么", "what `lint` asks beyond what it always asks")
    {
        IsForReaders = true,
        Examples = ["{ \"requireCap\": true }"],
    };

    public static readonly Shape Shape = new(
        "settings", new Term("what.settings"),
        Currency, MoneyDecimals, Rounding, Missing, Language, Period, FiscalYearStart, Workdays, Lookback, Lint);
}

internal static class LintSettingsShape
{
    public static readonly Property<JsonBoolean> RequireCap = new(
        "requireCap", new BooleanType(), "每个激励项是否都要有上限", "whether every incentive must have an upper bound")
    {
        Default = false,
    };

    public static readonly Shape Shape = new("lintSettings", new Term("what.lintSettings"), RequireCap);
}

/// <summary>What an absent measure is worth.</summary>
internal enum MissingMeasure
{
    NotAvailable,
    Zero,
}

internal static class WorkdaysShape
{
    public const string EveryDay = "all";
    private const string Weekdays = "weekdays";

    public static readonly string[] DaysOfWeek = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static readonly Property<ReadList<JsonString>> Days = new(
        "days", new ListType<JsonString>(new WordsType(WordMatch.AnyText, DaysOfWeek)),
        "一周里上班的日子",
        "the days of the week that are worked")
    {
        IsRequired = true,
        IsInAnyOrder = true,
        Examples = ["[ \"mon\", \"tue\", \"wed\", \"thu\", \"fri\" ]"],
    };

    public static readonly Property<ReadList<int?>> Holidays = new(
        "holidays", new ListType<int?>(new DateType()), "不上班的日子", "days that are not worked") { IsInAnyOrder = true };

    public static readonly Property<ReadList<int?>> Extra = new(
        "extra", new ListType<int?>(new DateType()), "调休上班的日子", "days that are worked although they are no such day of the week")
    {
        IsInAnyOrder = true,
    };

    public static readonly Shape Shape = new("workdays", new Term("what.workdays"), Days, Holidays, Extra);

    public static readonly ChoiceType<Workdays> Type = new(
        null, "json.workdays",
        new WordsType(WordMatch.AnyText, EveryDay, Weekdays).As(word => word.Value == Weekdays ? Facts.Workdays.MondayToFriday : null),
        new ObjectType(Shape).As(Read));

    private static Workdays Read(ObjectReader reader)
    {
        var worked = reader.ReadAll(Days).Select(day => day.Value).ToList();
        var holidays = reader.Read(Holidays)?.Items ?? [];
        var extra = reader.Read(Extra)?.Items ?? [];
        reader.Finish();
        return new Workdays(DaysOfWeek.Select(worked.Contains).ToArray(), holidays.OfType<int>(), extra.OfType<int>());
    }
}
