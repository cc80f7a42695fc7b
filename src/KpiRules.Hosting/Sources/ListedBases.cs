// Finds bases among the texts that a source without files lists: by their name there, else by their id.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Hosting.Sources;

internal sealed class ListedBases
{
    private readonly Dictionary<string, SourceText> _byName = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, SourceText>> _byId;

    /// <param name="texts">Each with the name by which it may be extended, with or without .json at its end.</param>
    public ListedBases(IReadOnlyList<(string Name, SourceText Text)> texts)
    {
        foreach (var (name, text) in texts)
            _byName[name] = text;
        // only needed where a name is not found
        _byId = new(() => texts.Select(text => (Id: IdOf(text.Text), text.Text))
            .Where(text => text.Id is not null).ToLookup(text => text.Id!, text => text.Text));
    }

    public IRulesetSource For(DiagnosticBag diagnostics) => new Finder(this, diagnostics);

    private static string? IdOf(SourceText text) =>
        (JsonReader.Read(text, new DiagnosticBag()) as JsonObject)?["id"] is JsonString id ? id.Value : null;

    private sealed class Finder(ListedBases bases, DiagnosticBag diagnostics) : IRulesetSource
    {
        public RulesetText? Find(string id)
        {
            if (!bases._byName.TryGetValue(id, out var text) && !bases._byName.TryGetValue(id + ".json", out text))
            {
                var found = bases._byId.Value[id].ToList();
                if (found.Count > 1)
                    diagnostics.Add(CatalogueFaults.SeveralBases(found[0].Name, id, found.Select(one => one.Name)));
                text = found.Count == 1 ? found[0] : null;
            }

            return text is null ? null : new RulesetText(text.Name, text.Text);
        }
    }
}
