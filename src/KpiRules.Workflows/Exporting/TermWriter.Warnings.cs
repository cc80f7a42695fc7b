// Writing of warnings and SMART checks.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term SeverityLevel(SeverityLevelOperation level)
    {
        var conditions = level.Conditions.Select(one => (one.Severity, Condition: Short(one.Condition))).ToList();
        var unknown = conditions.Where(one => one.Condition.MayBeNull).Select(one => $"{one.Condition.Text} == null").ToList();
        var found = unknown.Count == 0 ? Term.Of(0m) : If(string.Join(" || ", unknown), Term.Null(ValueKind.Number), Term.Of(0m));
        foreach (var (severity, condition) in Enumerable.Reverse(conditions))
            found = If(Is(condition, true), Term.Of((decimal)(int)severity), found);
        return found;
    }

    private Term Course(WarningCourseOperation course)
    {
        var levels = course.Levels.Select((level, back) => LevelOf(course, Short(level), back)).ToList();
        var active = levels.Select(level => Short(Guarded([level], new Term($"{level.At(Rank.Sum)} > 0m", false, Rank.Comparison), ValueKind.Boolean))).ToList();
        var reach = active.Count - course.For;
        if (course.Question == WarningQuestion.LastSeverity)
            return LastLevel(levels, reach);
        var firing = new Term[reach + 1];
        for (var back = reach; back >= 0; back--)
        {
            var begins = Logic(true, active.Skip(back).Take(course.For));
            firing[back] = back == reach ? begins : Logic(false, [begins, Logic(true, [firing[back + 1], Lasts(course, active[back], back)])]);
            firing[back] = Short(firing[back]);
        }

        return course.Question == WarningQuestion.IsFiring ? firing[0] : Periods(firing);
    }

    /// <summary>Before the subject's first facts nothing held.</summary>
    private Term LevelOf(WarningCourseOperation course, Term level, int back) =>
        back == 0 ? level : Short(If(Is(Part(course.HasBegun[back - 1]), true), level, Term.Of(0m)));

    /// <summary>Whether a warning that was firing goes on: a condition holds, or it is not yet said to be over.</summary>
    private Term Lasts(WarningCourseOperation course, Term active, int back) =>
        course.Untils.Count == 0 ? active : Logic(false, [active, Signed("!", Part(course.Untils[back]))]);

    private static Term LastLevel(List<Term> levels, int reach)
    {
        var found = Term.Of(0m);
        for (var back = reach; back >= 0; back--)
            found = If($"{levels[back].At(Rank.Sum)} > 0m", levels[back].MayBeNull ? Primary(ValueOf(levels[back])) : levels[back], found);
        return found;
    }

    private static Term Periods(Term[] firing)
    {
        var found = Term.Of((decimal)firing.Length);
        for (var back = firing.Length - 1; back >= 0; back--)
            found = If(firing[back].MayBeNull ? $"{firing[back].Text} != true" : $"!{firing[back].At(Rank.Primary)}", Term.Of((decimal)back), found);
        return found;
    }

    private Term WarningState(WarningStateOperation state)
    {
        var (firing, level) = (Short(state.IsFiring), Short(state.Level));
        var found = If($"{level.At(Rank.Sum)} > 0m", Term.Of(WarningStateOperation.Pending), Term.Of(WarningStateOperation.Ok));
        if (level.MayBeNull)
            found = If($"{level.Text} == null", Term.Of(WarningStateOperation.NotAvailable), found);
        found = If(Is(firing, true), Term.Of(WarningStateOperation.Firing), found);
        return firing.MayBeNull ? If($"{firing.Text} == null", Term.Of(WarningStateOperation.NotAvailable), found) : found;
    }

    private Term WarningSeverity(WarningSeverityOperation severity)
    {
        var level = Short(Choose(Short(severity.IsFiring), Part(severity.Last), Part(severity.Level), ValueKind.Number));
        var found = Term.Null(ValueKind.Text);
        foreach (var (value, name) in new[] { (1m, "info"), (2m, "warning"), (3m, "critical") })
            found = If($"{level.At(Rank.Sum)} == {Term.Of(value).Text}", Term.Of(name), found);
        return found;
    }

    /// <summary>One that is not available does not count; where none is, there is no number.</summary>
    private Term HoldingCount(HoldingCountOperation count)
    {
        var conditions = count.Conditions.Select(Short).ToList();
        var sum = Term.Of(0m);
        foreach (var condition in conditions)
            sum = Cut(Plus(sum, If(Is(condition, true), Term.Of(1m), Term.Of(0m))));
        return conditions.Exists(condition => !condition.MayBeNull)
            ? sum
            : If(string.Join(" && ", conditions.Select(condition => $"{condition.Text} == null")), Term.Null(ValueKind.Number), sum);
    }

    private Term Trend(TrendOperation trend)
    {
        var values = trend.Values.Select(Short).ToList();
        var falls = Steps(values, "<");
        var rises = Steps(values, ">");
        var found = trend.Trend switch
        {
            Cells.Trend.Falling => falls,
            Cells.Trend.Rising => rises,
            _ => Logic(false, [falls, rises]),
        };
        return Guarded(values, found, ValueKind.Boolean);
    }

    /// <summary>Every value held against the one before it in time.</summary>
    private static Term Steps(List<Term> values, string sign)
    {
        var steps = values.Skip(1).Select((earlier, i) => $"{values[i].At(Rank.Sum)} {sign} {earlier.At(Rank.Sum)}").ToList();
        return steps.Count == 0 ? Term.Of(true) : new Term(string.Join(" && ", steps), false, steps.Count == 1 ? Rank.Comparison : Rank.And);
    }
}
