using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What the evaluator knows as a whole does as the operations do that it is short for: value, cause and steps told.</summary>
public sealed class ExpansionPropertyTests
{
    private const int Rounds = 6;

    public static TheoryData<string, string> Sections => RandomSections.All;

    [Theory]
    [MemberData(nameof(Sections))]
    public void AComposite_DoesAsItsOperations(string name, string section)
    {
        var policy = RandomSections.Read(section);
        var fused = SheetOf(policy, operation => operation);
        var expanded = SheetOf(policy, Expand);
        for (var round = 0; round < Rounds; round++)
        {
            var facts = RandomSections.Facts(new Random(name.Length + round * 1000), policy);
            foreach (var period in new[] { "2026-01", "2026-03", "2026-06", "2026-Q2" })
                Compare(policy, fused, expanded, facts, Period.Parse(period));
        }
    }

    private static SheetProgram SheetOf(Policy policy, Func<Operation, Operation> of)
    {
        var cells = policy.Sheet.Cells.Select(cell => cell with { IsOnDemand = false, Operation = of(cell.Operation) }).ToList();
        var sheet = policy.Sheet;
        return new SheetProgram(new CellSheet(cells, sheet.Facts, sheet.Records, sheet.Debts) { Releases = sheet.Releases });
    }

    private static Operation Expand(Operation operation) =>
        operation is CompositeOperation composite ? Expand(composite.Expand()) : operation.Map(Expand);

    private static void Compare(Policy policy, SheetProgram fused, SheetProgram expanded, Dataset facts, Period period)
    {
        var (one, two) = (Run(policy, fused, facts, period), Run(policy, expanded, facts, period));
        // what nobody needs is not worked out
        foreach (var i in Enumerable.Range(0, fused.Programs.Length).Where(i => fused.Needs.IsEager(i) && expanded.Needs.IsEager(i)))
        {
            for (var row = 0; row < one.EvaluatedRows; row++)
            {
                var (name, where) = (fused.Programs[i].Cell.Name, $"{one.Subjects[row]} in {period}");
                var (is1, is2) = (one.Columns[fused.Programs[i].Slot], two.Columns[expanded.Programs[i].Slot]);
                is2.Read(row).Should().Be(is1.Read(row), "{0} of {1}", name, where);
                is2.CauseAt(row).Should().Be(is1.CauseAt(row), "{0} of {1}", name, where);
                if (row % 5 == 0)
                    Steps(expanded, two, i, row).Should().Equal(Steps(fused, one, i, row), "{0} of {1}", name, where);
            }
        }
    }

    private static Frame Run(Policy policy, SheetProgram sheet, Dataset facts, Period period)
    {
        var calendar = new PeriodCalendar(period, policy.Settings, null);
        return Evaluator.Evaluate(sheet, facts, calendar, Carried.Nothing, policy.Settings.MissingIsZero, [], CancellationToken.None).Frame;
    }

    private static List<string> Steps(SheetProgram sheet, Frame frame, int program, int row)
    {
        var trace = new Trace();
        sheet.Programs[program].Explain(frame.Copy(trace), row);
        return Written(trace.Steps);
    }

    /// <summary>What is looked at twice is told once.</summary>
    private static List<string> Written(IReadOnlyList<TraceStep> steps) => steps.Select(step =>
        $"{step.Kind} {step.Text} [{string.Join(", ", step.Numbers.Select(Written))}] {Written(step.Result)}"
            + string.Concat(Written(step.Within).Select(inner => $"\n  {inner}"))).Distinct().ToList();

    /// <summary>Without trailing zeros: they say how a number came about, and nobody is told.</summary>
    private static string Written(decimal? number) =>
        number is { } known ? (known / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture) : "-";
}
