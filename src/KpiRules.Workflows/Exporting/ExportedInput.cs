// What a workflow must be given, and what its results are called.
using KpiRules.Facts;

namespace KpiRules.Workflows.Exporting;

/// <summary>What kind of thing a workflow must be given.</summary>
public enum ExportedInputKind
{
    /// <summary>A fact of a period, or over several.</summary>
    Fact,

    /// <summary>Whether, or in how many periods, a subject has facts.</summary>
    History,

    /// <summary>Something that the period alone decides, such as its workdays.</summary>
    Calendar,

    /// <summary>Something worked out over the records of a subject.</summary>
    Records,

    /// <summary>Something worked out over several subjects.</summary>
    Population,

    /// <summary>A place among subjects.</summary>
    Rank,

    /// <summary>A part of an amount that is divided among subjects.</summary>
    Pool,

    /// <summary>The targets of several periods, each worked out in its own, combined.</summary>
    Targets,

    /// <summary>A grade, a place, or the number of members in a rating.</summary>
    Rating,

    /// <summary>The rows of a table, whose members the type tells.</summary>
    Table,
}

/// <summary>A member of <c>input1</c>. Immutable.</summary>
public sealed class ExportedInput
{
    internal ExportedInput(WorkflowInput input) =>
        (Name, Type, Meaning, Kind, IsOfEarlierPeriod) = (input.Name, input.Type, input.Meaning, input.Kind, !input.Lag.IsNone);

    /// <summary>The member's name.</summary>
    public string Name { get; }

    /// <summary>The member's type as C# writes it, such as <c>decimal?</c>.</summary>
    public string Type { get; }

    /// <summary>What it is, in English.</summary>
    public string Meaning { get; }

    /// <summary>What kind of thing it is.</summary>
    public ExportedInputKind Kind { get; }

    /// <summary>Whether it is of a period before the one evaluated.</summary>
    public bool IsOfEarlierPeriod { get; }
}

/// <summary>A result of the policy in the workflow. Immutable.</summary>
public sealed class ExportedResult
{
    internal ExportedResult(ExportedCell cell, string? rule)
    {
        (Name, Kind, Parameter, Rule) = (cell.Cell.Name, cell.Cell.Kind, cell.Parameter!, rule);
        (IsInput, IsApproximate) = (cell.IsInput, cell.IsApproximate);
    }

    /// <summary>The result's name in the policy.</summary>
    public string Name { get; }

    /// <summary>The type of its value.</summary>
    public ValueKind Kind { get; }

    /// <summary>The parameter that has it; null there is <em>not available</em>.</summary>
    public string Parameter { get; }

    /// <summary>
    /// The rule whose parameter it is: the one of the result's name, or, of a part such as a target, of its owner's; the
    /// rule's result tree has it among its <c>Inputs</c>. Null where it is a global parameter, which every rule has.
    /// </summary>
    public string? Rule { get; }

    /// <summary>Whether the workflow must be given it, for it looks at records or at other subjects.</summary>
    public bool IsInput { get; }

    /// <summary>
    /// Whether it uses <c>Exp</c>, <c>Ln</c>, <c>Log10</c> or <c>Pow</c> of facts, which RulesEngine works out in binary numbers:
    /// they agree to 15 digits.
    /// </summary>
    public bool IsApproximate { get; }
}
