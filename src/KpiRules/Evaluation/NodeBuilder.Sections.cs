// Building of the composites of the sections as a whole, where that is faster than the operations they are short for.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder : ISectionVisitor<Node>
{
    Node ISectionVisitor<Node>.Attainment(AttainmentOperation attainment) => new AttainmentNode(
        attainment.Better, Number(attainment.Value), Number(attainment.Target), attainment.Scale, new NotAvailable(CauseKind.ZeroTarget, attainment.Kpi));

    Node ISectionVisitor<Node>.Applicable(ApplicableOperation applicable)
    {
        var doesNotApply = new NotAvailable(CauseKind.DoesNotApply, applicable.Kpi, Lag: _lag);
        var unknown = applicable.UnknownIsTrue ? null : new NotAvailable(CauseKind.ApplicabilityUnknown, applicable.Kpi, Because: applicable.Condition.Cell);
        return applicable.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new ApplicableNode<T>(Boolean(applicable.Condition), (Node<T>)Build(applicable.Inner), doesNotApply, unknown);
    }

    Node ISectionVisitor<Node>.Proportion(ProportionOperation part) =>
        new ProportionNode(part.Lag, Number(part.Amount), part.ToTheEnd, new NotAvailable(CauseKind.NoWorkdays, part.Kpi));

    Node ISectionVisitor<Node>.Pace(PaceOperation pace) => new PaceNode(
        pace.Lag, Number(pace.Value), Number(pace.Target), new NotAvailable(CauseKind.ZeroTarget, pace.Kpi), new NotAvailable(CauseKind.NoWorkdays, pace.Kpi));

    Node ISectionVisitor<Node>.Required(RequiredOperation required) =>
        new RequiredNode(required.Lag, Number(required.Gap), new NotAvailable(CauseKind.NoWorkdays, required.Kpi));

    Node ISectionVisitor<Node>.Rows(RowsOperation rows)
    {
        var on = Number(rows.On);
        var values = rows.Values.Select(Number).ToArray();
        var bounds = BoundsOf(rows.Cell, rows.Bounds, rows.Per, alikeAllowed: rows.Form == ScheduleForm.Points);
        return rows.Form switch
        {
            ScheduleForm.Steps => new StepsNode(on, bounds, values),
            ScheduleForm.Marginal => new MarginalNode(on, bounds, values, new NotAvailable(CauseKind.BoundsOutOfOrder, rows.Cell)),
            ScheduleForm.Points => new PointsNode(on, bounds, values),
        };
    }

    Node ISectionVisitor<Node>.Cases(CasesOperation cases)
    {
        var values = cases.Texts.Zip(cases.Values, (text, value) => (text, value)).ToDictionary(entry => entry.text, entry => Number(entry.value));
        var otherwise = cases.Else is null ? null : Number(cases.Else);
        return new CasesNode(Text(cases.On), values, otherwise, new NotAvailable(CauseKind.NoCase, cases.Cell, cases.On.Origin.Text));
    }

    Node ISectionVisitor<Node>.Grid(GridOperation grid) => new GridNode(
        Number(grid.Rows.On),
        BoundsOf(grid.Cell, grid.Rows.Bounds, null, alikeAllowed: false),
        Number(grid.Columns.On),
        BoundsOf(grid.Cell, grid.Columns.Bounds, null, alikeAllowed: false),
        grid.Values.Select(Number).ToArray());

    Node ISectionVisitor<Node>.WeightedMean(WeightedMeanOperation mean) => new WeightedMeanNode(
        mean.Groups.Select(group => new WeightedGroupNode(
            group.Name,
            Number(group.Weight),
            group.Scores.Select(score => new WeightedScoreNode(
                mean.NameOf(score), Number(score.Weight), Number(score.Score), Optional(score.Applies), mean.Missing)).ToArray())).ToArray(),
        new NotAvailable(CauseKind.NoScore, mean.Cell));

    Node ISectionVisitor<Node>.Grade(GradeOperation grade) => new GradeNode(
        Number(grade.Score),
        grade.Grades.Select(entry => Number(entry.From)).ToArray(),
        grade.Grades.Select(entry => entry.Grade).ToArray(),
        new NotAvailable(CauseKind.NoGrade, grade.Cell));

    Node ISectionVisitor<Node>.Line(LineOperation line) => new LineNode(
        Optional(line.Exists),
        Optional(line.Gate),
        Number(line.Inner),
        new NotAvailable(CauseKind.DoesNotApply, line.Line),
        new NotAvailable(CauseKind.ApplicabilityUnknown, line.Line, Because: line.Exists?.Cell));

    Node ISectionVisitor<Node>.LineState(LineStateOperation state) => new LineStateNode(Optional(state.Exists), Optional(state.Open), Number(state.Amount));

    Node ISectionVisitor<Node>.Each(EachOperation each) =>
        Within(each.Records, (slot, list) => new EachNode(slot, list, Optional(each.Applies), Optional(each.Gate), Number(each.Inner)));

    Node ISectionVisitor<Node>.EachOpen(EachOpenOperation each) =>
        Within(each.Records, (slot, list) => new EachOpenNode(slot, list, Optional(each.Applies), Boolean(each.Gate)));

    Node ISectionVisitor<Node>.Payout(PayoutOperation payout) =>
        new PayoutNode(payout.Lines.Select(line => Text(line.State)).ToArray(), payout.Lines.Select(line => Number(line.Amount)).ToArray(), payout.CountsHeld);

    Node ISectionVisitor<Node>.Accumulated(AccumulatedOperation accumulated) =>
        new AccumulatedNode(Number(accumulated.Now), Number(accumulated.Before), Boolean(accumulated.IsFirst));

    Node ISectionVisitor<Node>.SeverityLevel(SeverityLevelOperation level) =>
        new SeverityLevelNode(level.Conditions.Select(one => (one.Severity, Boolean(one.Condition))).ToArray());

    Node ISectionVisitor<Node>.WarningCourse(WarningCourseOperation course)
    {
        var over = new WarningCourse(
            course.Levels.Select(Number).ToArray(),
            course.Untils.Select(Boolean).ToArray(),
            course.HasBegun.Select(Boolean).ToArray(),
            course.For,
            course.Levels.Select(level => ((CellOperation)level).Lag).ToArray());
        return course.Question switch
        {
            WarningQuestion.IsFiring => new WarningFiringNode(over),
            WarningQuestion.Periods => new WarningPeriodsNode(over),
            WarningQuestion.LastSeverity => new LastSeverityNode(over),
        };
    }

    Node ISectionVisitor<Node>.WarningState(WarningStateOperation state) => new WarningStateNode(Boolean(state.IsFiring), Number(state.Level));

    Node ISectionVisitor<Node>.WarningSeverity(WarningSeverityOperation severity) => new WarningSeverityNode(
        Boolean(severity.IsFiring), Number(severity.Level), Number(severity.Last), new NotAvailable(CauseKind.NotFiring, severity.Warning));

    Node ISectionVisitor<Node>.HoldingCount(HoldingCountOperation count) => new HoldingCountNode(count.Conditions.Select(Boolean).ToArray());

    Node ISectionVisitor<Node>.Trend(TrendOperation trend) => new TrendNode(trend.Values.Select(Number).ToArray(), trend.Trend);

    Node ISectionVisitor<Node>.ByLength(ByLengthOperation byLength) => new ByLengthNode(Number(byLength.InPeriod), Number(byLength.InLonger));

    Node ISectionVisitor<Node>.PeriodBound(PeriodBoundOperation bound) => new PeriodBoundNode(bound.Lag, bound.From, bound.To, bound.Longest);

    private Bounds BoundsOf(string owner, IReadOnlyList<Operation> bounds, Operation? per, bool alikeAllowed) => new(
        bounds.Select(Number).ToArray(),
        per is null ? null : Number(per),
        alikeAllowed,
        new NotAvailable(CauseKind.BoundsOutOfOrder, owner),
        new NotAvailable(CauseKind.PerNotPositive, owner, per?.Origin.Text ?? ""));
}
