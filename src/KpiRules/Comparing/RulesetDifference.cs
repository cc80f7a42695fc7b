// One thing in which two rulesets differ by meaning, as HR would say it.
using System.Collections.Generic;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

/// <summary>
/// One thing in which two rulesets say something else: a rate, a target, a new gate. How they are formatted, in which order their
/// properties stand, and whether a default is written out is no difference. Immutable; safe to share between threads.
/// </summary>
public sealed class RulesetDifference
{
    private readonly DifferenceText _text;

    internal RulesetDifference(WrittenDifference written, bool changesNumbers, IReadOnlyList<string> usedBy, DifferenceText text)
    {
        (Kind, ChangesNumbers, UsedBy, _text) = (written.Kind, changesNumbers, usedBy, text);
        Path = ((written.Kind == DifferenceKind.Renamed ? null : written.After) ?? written.Before)!.Place.Path.ToString();
        (Before, After) = (TextOf(written.Before), TextOf(written.After));
        (PlaceBefore, PlaceAfter) = (PlaceOf(written.Before), PlaceOf(written.After));
        Definition = written.Trail.Definition is { } id ? $"{written.Trail.Section!.Name}.{id}" : written.Trail.Section?.Name ?? "";
    }

    /// <summary>What happened to it.</summary>
    public DifferenceKind Kind { get; }

    /// <summary>
    /// Where it is in the JSON of the ruleset, such as <c>incentives.commission.amount.marginal[1].rate</c>; of what was removed or
    /// renamed, where it was.
    /// </summary>
    public string Path { get; }

    /// <summary>The definition it is in, such as <c>incentives.commission</c>, or the section or property of the ruleset.</summary>
    public string Definition { get; }

    /// <summary>What was written, on one line; null where nothing was.</summary>
    public string? Before { get; }

    /// <summary>What is written, on one line; null where nothing is.</summary>
    public string? After { get; }

    /// <summary>The file, line and column of what was written, as <c>old.json:12:7</c>; null where nothing was.</summary>
    public string? PlaceBefore { get; }

    /// <summary>The file, line and column of what is written, as <c>new.json:12:7</c>; null where nothing is.</summary>
    public string? PlaceAfter { get; }

    /// <summary>
    /// Whether a result may be another by it. False only for what nothing is worked out from: titles and explanations, reasons,
    /// tests, who is told of a warning.
    /// </summary>
    public bool ChangesNumbers { get; }

    /// <summary>Of a parameter, the KPIs, lines and other definitions that use it, in their order; else empty.</summary>
    public IReadOnlyList<string> UsedBy { get; }

    /// <summary>The definition in words, such as <c>KPI 'margin' (Gross margin)</c>.</summary>
    /// <param name="language"><c>zh</c> and the like for Chinese, anything else for English.</param>
    public string DefinitionName(string language) => _text.Definition(language);

    /// <summary>What is another in the definition, with what was and what is written, on one line.</summary>
    /// <param name="language"><c>zh</c> and the like for Chinese, anything else for English.</param>
    public string Detail(string language) => _text.Detail(this, language);

    /// <summary>All of it on one line.</summary>
    /// <param name="language"><c>zh</c> and the like for Chinese, anything else for English.</param>
    public string Message(string language) => _text.Message(this, language);

    /// <summary>In English.</summary>
    public override string ToString() => Message("en");

    private static string? TextOf(JsonValue? value) => value is null ? null : WrittenValue.Of(value);

    private static string? PlaceOf(JsonValue? value)
    {
        if (value is null)
            return null;
        var (line, column) = value.Place.Source.PositionOf(value.Place.Span.Start);
        return System.FormattableString.Invariant($"{value.Place.Source.Name}:{line}:{column}");
    }
}
