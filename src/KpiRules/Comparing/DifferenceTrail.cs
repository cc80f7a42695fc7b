// Where in a ruleset two differ, in the words of its format.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Comparing;

/// <param name="Property">The property that is stepped into; null for an entry of a map or list.</param>
/// <param name="Entry">The name of the entry of a map, or what tells the entry of a list.</param>
internal sealed record TrailStep(Property? Property, string Entry);

internal sealed class DifferenceTrail
{
    /// <summary>A longer beginning of a description is no word for what it describes.</summary>
    private const int LongestWord = 12;

    private static readonly char[] Ends = ['：', '，', '；', '（', '。', '、'];

    private readonly IReadOnlyList<TrailStep> _steps;

    private DifferenceTrail(IReadOnlyList<TrailStep> steps) => _steps = steps;

    public static DifferenceTrail Root { get; } = new([]);

    /// <summary>Whether only people and tools read what is here: no result depends on it.</summary>
    public bool IsForReaders => _steps.Any(step => step.Property is { IsForReaders: true });

    /// <summary>The section, or the property of the ruleset itself; null for the whole ruleset.</summary>
    public Property? Section => _steps.Count > 0 ? _steps[0].Property : null;

    /// <summary>The id of the definition; null where it is in none.</summary>
    public string? Definition =>
        _steps.Count > 1 && _steps[1].Property is null && Section!.Type.Accept(new SectionShape()) is not null ? _steps[1].Entry : null;

    /// <summary>What the definition is, such as a KPI; null where it is in none.</summary>
    public Term? DefinitionWord => Definition is null ? null : Section!.Type.Accept(new SectionShape());

    /// <summary>Whether it is the definition itself, and not something in it.</summary>
    public bool IsWholeDefinition => Definition is not null && _steps.Count == 2;

    public DifferenceTrail Into(Property property) => new([.. _steps, new TrailStep(property, "")]);

    public DifferenceTrail Into(string entry) => new([.. _steps, new TrailStep(null, entry)]);

    /// <summary>Whether it is a list that says the same in any order.</summary>
    public bool IsInAnyOrder => _steps.Count > 0 && _steps[_steps.Count - 1].Property is { IsInAnyOrder: true };

    /// <summary>The property of the definition that it is; null where it is the definition, or further within.</summary>
    public Property? PropertyOfDefinition => Definition is not null && _steps.Count == 3 ? _steps[2].Property : null;

    /// <summary>Another entry of the same map.</summary>
    public DifferenceTrail Beside(string entry) => new([.. _steps.Take(_steps.Count - 1), new TrailStep(null, entry)]);

    /// <summary>What is within the definition, or within the ruleset where it is in none.</summary>
    public string Words(string language)
    {
        var words = new StringBuilder();
        foreach (var step in _steps.Skip(Definition is null ? 0 : 2))
        {
            words.Append(words.Length > 0 ? " › " : "");
            words.Append(step.Property is { } property ? Word(property, language) : Messages.OnOneLine(step.Entry));
        }

        return words.ToString();
    }

    private static string Word(Property property, string language)
    {
        if (!Messages.IsChinese(language))
            return property.Name;
        var end = property.Zh.IndexOfAny(Ends);
        var word = end < 0 ? property.Zh : property.Zh.Substring(0, end);
        // a word that begins as one of the ruleset's own words is what it may say, and not what it is called
        return word.Length is 0 or > LongestWord || word == property.Name || word[0] is >= 'a' and <= 'z'
            ? property.Name
            : $"{word}({property.Name})";
    }
}
