// Takes the names that columns can have, with what people call them, gives which name is meant by what stands above a column.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Reading;

/// <summary>An id goes before a title; a title that two have, or that differs by more than case and width, means neither.</summary>
internal sealed class ColumnTitles
{
    private const string Target = ".target";

    /// <summary>What stands behind the name of a KPI where its target is meant.</summary>
    private static readonly string[] Targets = [Target, " target", "目标", "的目标", "目标值"];

    private readonly HashSet<string> _ids;
    private readonly Dictionary<string, string?> _byTitle = [];

    private ColumnTitles(IEnumerable<string> ids, IEnumerable<(string Title, string Id)> titles)
    {
        _ids = [.. ids];
        foreach (var (title, id) in titles)
            _byTitle[Folded(title)] = _byTitle.TryGetValue(Folded(title), out var other) && other != id ? null : id;
    }

    public static ColumnTitles OfFacts(Policy policy) =>
        new(policy.FactsByName.Keys, policy.Facts.SelectMany(fact => TitlesOf(fact).Select(title => (title, fact.Name))));

    public static ColumnTitles OfFields(RecordDefinition records) => new(
        records.FieldNames,
        records.Fields.SelectMany(field => Written(field.Title).Select(title => (title, field.Name))));

    public static ColumnTitles OfTable(TableDefinition table) => new(
        table.Columns,
        table.Values.SelectMany(value => Written(value.Title).Select(title => (title, value.Name))));

    /// <summary>The id; null for what is neither one nor the title of one.</summary>
    public string? IdOf(string written) =>
        _ids.Contains(written) ? written : _byTitle.TryGetValue(Folded(written), out var id) ? id : null;

    private static IEnumerable<string> TitlesOf(FactDefinition fact)
    {
        if (fact.Role != FactRole.Target || !fact.Name.EndsWith(Target, StringComparison.Ordinal))
            return Written(fact.Title);
        var kpi = fact.Name.Substring(0, fact.Name.Length - Target.Length);
        return Written(fact.Title).Append(kpi).SelectMany(title => Targets.Select(target => title + target));
    }

    private static IEnumerable<string> Written(LocalizedText? title) =>
        title is null ? [] : new[] { title.In("zh"), title.In("en") }.Distinct();

    private static string Folded(string title) => string.Concat(title.Trim().Select(FullWidth.Narrowed)).ToLowerInvariant();
}
