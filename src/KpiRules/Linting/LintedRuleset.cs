// A ruleset as rules look at it: what was written, what it means, and in which numbers its values lie.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Analysis;
using KpiRules.Cells;
using KpiRules.Kernel;
using KpiRules.Sections;
using KpiRules.Sections.Schedules;
using KpiRules.Source;

namespace KpiRules.Linting;

/// <summary>Not for several threads at once.</summary>
internal sealed class LintedRuleset
{
    private readonly Dictionary<string, Cell> _cells;
    private readonly ILookup<string, Cell> _byOwner;
    private readonly Dictionary<string, SourcePlace> _parameters;
    private readonly HashSet<string> _lines;

    public LintedRuleset(RulesetDefinition definition, CellSheet sheet)
    {
        (Definition, Sheet) = (definition, sheet);
        _cells = sheet.Cells.ToDictionary(cell => cell.Name);
        _byOwner = sheet.Cells.ToLookup(cell => cell.Key.Owner);
        _parameters = definition.Parameters.ToDictionary(parameter => parameter.Name.Value, parameter => parameter.Written.Place);
        _lines = new HashSet<string>(definition.Incentives.Select(line => line.Name.Value));
        (Expected, Certain) = (new Ranges(OperationOf, isNeverBelowZero: true), new Ranges(OperationOf, isNeverBelowZero: false));
        Operations = sheet.Cells.SelectMany(cell => cell.Operation.WithParts()).ToList();
        MoneyRates = Linting.MoneyRates.In(this);
    }

    public RulesetDefinition Definition { get; }

    public CellSheet Sheet { get; }

    /// <summary>In which numbers values lie where no fact is negative.</summary>
    public Ranges Expected { get; }

    /// <summary>In which numbers values lie whatever the facts are, within what the ruleset declares.</summary>
    public Ranges Certain { get; }

    /// <summary>All that any cell is made of, as sections and formulas say it.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The constant factors by which incentives take a part of an amount of money.</summary>
    public IReadOnlyList<MoneyRate> MoneyRates { get; }

    /// <summary>What a cell is; null where there is none of the name.</summary>
    public Operation? OperationOf(string cell) => _cells.TryGetValue(cell, out var found) ? found.Operation : null;

    /// <summary>The definition a cell belongs to; null where there is no such cell.</summary>
    public string? OwnerOf(string cell) => _cells.TryGetValue(cell, out var found) ? found.Key.Owner : null;

    /// <summary>All cells that a definition gives.</summary>
    public IEnumerable<Cell> CellsOf(string owner) => _byOwner[owner];

    /// <summary>Whether a cell is what a definition says of itself in numbers: all of an incentive, and the target of a KPI.</summary>
    private bool IsOwn(string cell) => _cells[cell].Key is { Part: "target" } || _lines.Contains(_cells[cell].Key.Owner);

    /// <summary>Where the author wrote a value: a parameter's where it is declared.</summary>
    public SourcePlace PlaceOf(Operation value) =>
        value is ParameterOperation parameter ? _parameters[parameter.Name] : value.Origin.Place;

    /// <summary>What an operation holds against what, each pair both ways round.</summary>
    public static IEnumerable<(Operation One, Operation Other)> BothWays(Operation operation) =>
        operation.Compared().SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) });

    /// <summary>What a value is called in front of its author.</summary>
    public static string Called(Operation operation) =>
        operation is CellOperation { Shown.Length: > 0 } cell ? cell.Shown : operation.Origin.Text;

    /// <summary>The values among which an operation chooses; itself where it does not.</summary>
    public IEnumerable<Operation> ValuesOf(Operation operation) => operation switch
    {
        CellOperation cell when OperationOf(cell.Cell) is { } other && IsOwn(cell.Cell) => ValuesOf(other),
        ApplicableOperation applicable => ValuesOf(applicable.Inner),
        GuardOperation guard => ValuesOf(guard.Inner),
        LabelOperation label => ValuesOf(label.Inner),
        DefaultOperation wanted => ValuesOf(wanted.Wanted),
        ChoiceOperation choice => choice.Branches.Select(branch => branch.Value).Append(choice.Else).SelectMany(ValuesOf),
        RowsOperation { Form: not ScheduleForm.Marginal } rows => rows.Values.SelectMany(ValuesOf),
        CasesOperation cases => (cases.Else is null ? cases.Values : [.. cases.Values, cases.Else]).SelectMany(ValuesOf),
        GridOperation grid => grid.Values.SelectMany(ValuesOf),
        // others: are worked out
        _ => [operation],
    };

    /// <summary>The numbers that are added up to a value, such as <c>floor + 5</c>; a value of its own otherwise.</summary>
    public static IEnumerable<Operation> Added(Operation value) =>
        value is ArithmeticOperation { IsSum: true } sum ? sum.Operands : [value];
}
