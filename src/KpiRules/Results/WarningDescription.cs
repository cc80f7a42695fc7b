// What a warning is called, whom it is for, and what is to be done.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Warnings;

namespace KpiRules.Results;

/// <summary>A warning of a policy. Immutable.</summary>
public sealed class WarningDescription
{
    private readonly WarningDefinition _warning;
    private readonly IReadOnlyDictionary<string, ParameterDefinition> _parameters;

    internal WarningDescription(
        WarningDefinition warning, IReadOnlyDictionary<string, ParameterDefinition> parameters, SettingsDefinition settings)
    {
        (_warning, _parameters, Settings) = (warning, parameters, settings);
        Severities = warning.Conditions.Select(condition => condition.Severity).ToList().AsReadOnly();
        Notify = warning.Notify.Select(recipient => recipient.Value).ToList().AsReadOnly();
        EscalateTo = (warning.Escalation?.Notify ?? []).Select(recipient => recipient.Value).ToList().AsReadOnly();
    }

    /// <summary>The id by which formulas and results name it.</summary>
    public string Name => _warning.Name.Value;

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title => _warning.Title;

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description => _warning.Description;

    /// <summary>What is to be done about it; null when the ruleset does not say.</summary>
    public LocalizedText? Response => _warning.Response;

    /// <summary>The severities it can have, the most severe first.</summary>
    public IReadOnlyList<WarningSeverity> Severities { get; }

    /// <summary>For how many periods in a row a condition must hold before it fires, at least 1.</summary>
    public int For => _warning.For;

    /// <summary>Who is told: <c>self</c>, or the attributes that hold the ids of others.</summary>
    public IReadOnlyList<string> Notify { get; }

    /// <summary>For how many periods it must have been firing before others are told too; null when nobody else is.</summary>
    public int? EscalatesAfter => _warning.Escalation?.After;

    /// <summary>Who is told once it has been firing for so long, as in <see cref="Notify"/>.</summary>
    public IReadOnlyList<string> EscalateTo { get; }

    internal SettingsDefinition Settings { get; }

    internal ParameterDefinition? ParameterOf(string name) => _parameters.TryGetValue(name, out var parameter) ? parameter : null;

    /// <summary>In the language asked for, else in the first the ruleset has; null for none.</summary>
    internal MessageTemplate? MessageIn(string language) =>
        LocalizedText.Choose(_warning.Messages, message => message.Language, language);
}
