// Runs one policy's workflow over the subjects of an evaluation, and puts what comes of it into the columns.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Workflows.Exporting;
using RulesEngine.Models;

namespace KpiRules.RulesEngine;

internal sealed class WorkflowRunner : ICellRunner
{
    private const string EngineName = "RulesEngine";

    private readonly ExportedWorkflow _workflow;
    private readonly CompiledWorkflow _values;
    private readonly CompiledWorkflow? _rules;
    private readonly Action<string, Period, IReadOnlyList<RuleResultTree>>? _ruleResults;
    private readonly InputType _inputType;

    /// <summary>The cells that the workflow must be given, and all that they depend on.</summary>
    private readonly HashSet<string> _needed;

    /// <param name="ruleResults">Who is told what the rules say; null for nobody.</param>
    /// <param name="compiles">Called whenever RulesEngine reads the workflow's parameters, which it does to check or to compile
    /// them.</param>
    /// <exception cref="NotSupportedException">RulesEngine cannot compile the workflow.</exception>
    public WorkflowRunner(ExportedWorkflow workflow, Action<string, Period, IReadOnlyList<RuleResultTree>>? ruleResults, Action compiles)
    {
        (_workflow, _ruleResults, _inputType) = (workflow, ruleResults, new InputType(workflow.Given));
        var known = workflow.Policy.Sheet.Cells.ToDictionary(cell => cell.Name);
        Cells = workflow.Cells.Select(cell => known.TryGetValue(cell.Cell.Name, out var own) ? own : cell.Cell).ToList();
        _needed = CellClosure.NamesOf(Cells, workflow.Cells.Where(cell => cell.IsInput).Select(cell => cell.Cell.Name));
        _values = CompiledWorkflow.OfParameters(workflow, compiles);
        _rules = ruleResults is null || workflow.RuleCount == 0 ? null : CompiledWorkflow.OfRules(workflow);
        try
        {
            // RulesEngine compiles when it runs: for a period without facts it runs now, so that no evaluation waits for it
            Execute(_inputType.CreateWithoutFacts(SomePeriod(workflow.Policy)));
        }
        catch (Exception exception) when (CompiledWorkflow.ArithmeticFaultIn(exception) is not null)
        {
            // compiled it is, and what is too large is said of each subject
        }
        catch (Exception exception)
        {
            throw new NotSupportedException(
                $"Microsoft RulesEngine cannot compile the workflow of '{workflow.Name}': {exception.Message}", exception);
        }
    }

    public IReadOnlyList<Cell> Cells { get; }

    public void Run(SheetProgram sheet, Frame frame, List<DataIssue> issues, CancellationToken cancellationToken)
    {
        var programs = sheet.Programs;
        foreach (var program in programs)
            frame.Columns[program.Slot] ??= Column.Create(program.Cell.Kind, frame.Subjects.Count);
        foreach (var program in programs.Where(program => _needed.Contains(program.Cell.Name)))
            program.Run(frame, frame.Subjects.Count);
        var cells = _workflow.Cells.Where(cell => !cell.IsInput)
            .Select(cell => (sheet.ProgramOf(cell.Cell.Name)!, cell.Parameter)).ToArray();
        var readers = _inputType.Readers(sheet, frame);
        for (var row = 0; row < frame.Subjects.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IDictionary<string, object> values;
            IReadOnlyList<RuleResultTree> results;
            try
            {
                (values, results) = Execute(_inputType.Create(readers, row));
            }
            catch (Exception exception) when (CompiledWorkflow.ArithmeticFaultIn(exception) is { } fault)
            {
                issues.Add(DataIssues.EngineGaveUp(frame.Subjects[row], frame.Calendar.Period, EngineName, fault.Message));
                foreach (var (program, _) in cells)
                    WorkOut(program, frame, row);
                continue;
            }

            foreach (var (program, parameter) in cells)
            {
                // parts that stand where they are needed are looked at by whoever explains the results
                if (parameter is null)
                    WorkOut(program, frame, row);
                else
                    Put(program, frame, row, values[parameter]);
            }

            if (row < frame.EvaluatedRows)
                _ruleResults?.Invoke(frame.Subjects[row], frame.Calendar.Period, results);
        }
    }

    /// <summary>What every parameter is worth, and what the rules say.</summary>
    private (IDictionary<string, object> Values, IReadOnlyList<RuleResultTree> Results) Execute(object input) =>
        (_values.Run(input)[0].Inputs, _rules?.Run(input) ?? []);

    private static PeriodCalendar SomePeriod(Policy policy)
    {
        var day = policy.EffectiveFrom ?? new DateTime(2026, 1, 1);
        return new(Period.Containing(policy.Settings.Period, day, policy.Settings.FiscalYearStart), policy.Settings, null);
    }

    private static void Put(CellProgram program, Frame frame, int row, object? value)
    {
        var column = frame.Columns[program.Slot];
        if (value is null)
        {
            // RulesEngine knows no causes
            if (WorkOut(program, frame, row).Kind is not null)
                throw new InvalidOperationException($"RulesEngine has no value for '{program.Cell.Name}' of '{frame.Subjects[row]}', "
                    + "and KpiRules has one: a fault of KpiRules.");
            return;
        }

        column.Write(row, value switch
        {
            decimal number => number,
            bool boolean => boolean,
            DateTime day => day,
            _ => (string)value,
        });
        column.SetAvailable(row);
    }

    /// <summary>Puts what KpiRules makes of a cell, or why it has no value.</summary>
    private static FactValue WorkOut(CellProgram program, Frame frame, int row)
    {
        var (column, own) = (frame.Columns[program.Slot], program.RunAt(frame, row));
        var value = own.Read(0);
        if (own.CauseAt(0) is { } cause)
            column.SetCause(row, cause, frame.Subjects.Count);
        else
            column.Write(row, value);
        return value;
    }
}
