// Takes a ruleset that can be used and its cells, gives what a careful colleague would ask about, and what is waived.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections;

namespace KpiRules.Linting;

/// <summary>Safe to share between threads; looked for once, when first asked for.</summary>
internal sealed class Doubts
{
    private static readonly LintRule[] Rules =
    [
        new FractionRule(), new ScoreRule(), new MoneyRateRule(), new MultiplierRule(), new TableRule(), new TierRule(),
        new SiblingFactorRule(), new RatioRule(), new PenaltyRule(), new ReleaseRule(), new CapRule(), new ConditionRule(),
        new WeightRule(), new UnusedRule(), new SimilarIdRule(), new CaseRule(),
    ];

    /// <summary>What may be wrong with the size of a number: the first that is found says most of it.</summary>
    private static readonly string[] OfNumber = ["KPI8010", "KPI8011", "KPI8013", "KPI8014", "KPI8015"];

    /// <summary>What a condition is that compares with such a number, and goes without saying then.</summary>
    private static readonly string[] OfCondition = ["KPI8024", "KPI8025", "KPI8026", "KPI8027"];

    private readonly Lazy<(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<WaivedFinding> Waived)> _found;

    private Doubts(Func<(IReadOnlyList<Diagnostic>, IReadOnlyList<WaivedFinding>)> find) => _found = new(find);

    public static Doubts None { get; } = new(() => ([], []));

    public IReadOnlyList<Diagnostic> Findings => _found.Value.Findings;

    public IReadOnlyList<WaivedFinding> Waived => _found.Value.Waived;

    /// <param name="warnings">What is known beforehand and may be waived too.</param>
    public static Doubts Of(RulesetDefinition ruleset, CellSheet sheet, IReadOnlyList<Diagnostic> warnings) => new(() =>
    {
        IReadOnlyList<Diagnostic> found = [];
        DeepStack.Run(sheet.Cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () => found = Find(ruleset, sheet));
        var all = found.Concat(warnings).ToList();
        var idle = ruleset.Waivers.Where(waiver => !all.Any(waiver.Covers))
            .Select(waiver => LintFaults.NothingToWaive(waiver.Name.Place, waiver.Name.Value));
        return (
            DiagnosticBag.InOrder(found.Where(finding => WaiverOf(ruleset, finding) is null).Concat(idle)).ToList().AsReadOnly(),
            DiagnosticBag.InOrder(all).Select(one => (Finding: one, Waiver: WaiverOf(ruleset, one))).Where(one => one.Waiver is not null)
                .Select(one => new WaivedFinding(one.Finding, one.Waiver!.Reason)).ToList().AsReadOnly());
    });

    /// <summary>Null where the ruleset waives it not.</summary>
    public static Waiver? WaiverOf(RulesetDefinition ruleset, Diagnostic diagnostic) =>
        ruleset.Waivers.FirstOrDefault(waiver => waiver.Covers(diagnostic));

    /// <summary>A place is asked about once for each thing: what looks at several periods stands in several cells.</summary>
    private static IReadOnlyList<Diagnostic> Find(RulesetDefinition ruleset, CellSheet sheet)
    {
        var linted = new LintedRuleset(ruleset, sheet);
        var found = Rules.SelectMany(rule => Find(rule, linted)).ToList();
        var ofNumbers = new HashSet<string>(found.Where(finding => OfNumber.Contains(finding.Code)).Select(finding => finding.Path));
        return found.Where(finding => !(OfCondition.Contains(finding.Code) && ofNumbers.Contains(finding.Path)))
            .GroupBy(finding => (OfNumber.Contains(finding.Code) ? "" : finding.Code, finding.Place))
            .Select(same => same.First()).ToList();
    }

    /// <summary>Numbers of which decimals cannot hold a multiple are left alone.</summary>
    private static IReadOnlyList<Diagnostic> Find(LintRule rule, LintedRuleset ruleset)
    {
        try
        {
            return rule.Find(ruleset).ToList();
        }
        catch (OverflowException)
        {
            return [];
        }
    }
}
