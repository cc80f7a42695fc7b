// Evaluates the few cells of a plan in one period or another, and keeps what was odd in the facts, each thing once.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Explanations;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Planning;

internal sealed class PlanFacts
{
    private readonly Dataset _facts;
    private readonly SettingsDefinition _settings;
    private readonly RulesetStamp _stamp;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _known = [];
    private readonly List<DataIssue> _issues = [];

    public PlanFacts(Dataset facts, SettingsDefinition settings, RulesetStamp stamp, CancellationToken cancellationToken)
    {
        (_facts, _settings, _stamp, _cancellationToken) = (facts, settings, stamp, cancellationToken);
        Report(facts.Issues);
    }

    public IReadOnlyList<DataIssue> Issues => _issues;

    /// <param name="state">How far the plan is, where formulas ask for it; null where none does.</param>
    public PeriodEvaluation Evaluate(SheetProgram sheet, Period period, PlanState? state = null)
    {
        var issues = new List<DataIssue>();
        var history = new FactHistory(_facts, new PeriodCalendar(period, _settings, null), sheet.NeedsOthers, sheet.Dated, state);
        var frame = Evaluator.Evaluate(sheet, history, null, null, _settings.MissingIsZero, issues, _cancellationToken);
        Report(issues);
        return new PeriodEvaluation(_stamp, sheet, frame, null, history.Evaluated, issues, Explainer.Explain);
    }

    /// <summary>What several periods find odd is told of once.</summary>
    public void Report(IEnumerable<DataIssue> issues) => _issues.AddRange(issues.Where(issue => _known.Add(issue.ToString("en"))));
}
