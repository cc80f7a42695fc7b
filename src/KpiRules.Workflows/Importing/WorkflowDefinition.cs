// Workflows as their author wrote them (RulesEngine's Models/Workflow.cs and Rule.cs).
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Workflows.Importing;

/// <param name="Injects">The other workflows it takes rules from; null for none.</param>
/// <param name="ForeignType">A kind of expression that is no lambda expression; null for none.</param>
/// <param name="Faults">Why its parameters could not be read; nobody knows then what a rule means that may name them.</param>
internal sealed record WorkflowDefinition(
    JsonString Name, IReadOnlyList<ParameterDefinition> GlobalParams, IReadOnlyList<RuleDefinition> Rules, JsonValue? Injects,
    JsonValue? ForeignType, IReadOnlyList<Diagnostic> Faults);

internal sealed record ParameterDefinition(JsonString Name, JsonString Expression);

internal sealed record RuleDefinition
{
    /// <summary>Empty where it has none; that has then been reported.</summary>
    public required JsonString Name { get; init; }

    public required JsonObject Json { get; init; }

    /// <summary>Why something in it, or in a rule below it, could not be read.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    public required bool IsEnabled { get; init; }

    public JsonString? Expression { get; init; }

    public JsonString? Operator { get; init; }

    /// <summary>Empty for none.</summary>
    public required IReadOnlyList<RuleDefinition> Rules { get; init; }

    /// <summary>Whether it says that there are rules below it, be it none.</summary>
    public JsonValue? RulesJson { get; init; }

    public required IReadOnlyList<ParameterDefinition> LocalParams { get; init; }

    public JsonValue? Injects { get; init; }

    public JsonValue? ForeignType { get; init; }

    public JsonString? SuccessEvent { get; init; }

    public JsonString? ErrorMessage { get; init; }

    public ActionDefinition? OnSuccess { get; init; }

    public ActionDefinition? OnFailure { get; init; }
}

/// <param name="Expression">What an output expression works out; null where there is none.</param>
internal sealed record ActionDefinition(JsonString Name, JsonString? Expression);
