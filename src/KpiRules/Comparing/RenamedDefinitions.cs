// Takes a definition that says the same under another id, says whether what uses it does too: alike by chance is no new name.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Sections;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal sealed class RenamedDefinitions(JsonObject before, JsonObject after)
{
    private readonly Lazy<IReadOnlyList<(string Id, string Meaning)>> _before = new(() => Definitions(before));
    private readonly Lazy<IReadOnlyList<(string Id, string Meaning)>> _after = new(() => Definitions(after));

    /// <summary>Removed and added where nothing that used the one uses the other; else as it is.</summary>
    public IEnumerable<WrittenDifference> Checked(WrittenDifference difference)
    {
        if (difference is not { Kind: DifferenceKind.Renamed, Before: JsonString was, After: JsonString now })
            return [difference];
        var (users, usersNow) = (Users(_before.Value, was.Value), Users(_after.Value, now.Value));
        if (users.Overlaps(usersNow) || (users.Count == 0 && usersNow.Count == 0))
            return [difference];
        return
        [
            difference with { Kind = DifferenceKind.Removed, Before = Definition(before, was), After = null },
            new WrittenDifference(DifferenceKind.Added, difference.Trail.Beside(now.Value), null, Definition(after, now)),
        ];

        JsonValue Definition(JsonObject ruleset, JsonString id) =>
            ((JsonObject)ruleset[difference.Trail.Section!.Name]!)[id.Value]!;
    }

    private static HashSet<string> Users(IEnumerable<(string Id, string Meaning)> definitions, string name) =>
    [
        .. definitions.Where(one => one.Meaning.IndexOf(FormulaMeaning.OfName(name), StringComparison.Ordinal) >= 0
            || one.Meaning.IndexOf(FormulaMeaning.StartOfName(name), StringComparison.Ordinal) >= 0).Select(one => one.Id),
    ];

    private static IReadOnlyList<(string Id, string Meaning)> Definitions(JsonObject ruleset) => RulesetShape.Shape.Properties
        .Where(property => !property.IsForReaders && ruleset[property.Name] is JsonObject)
        .SelectMany(property => ((JsonObject)ruleset[property.Name]!).Members.Select(member => (
            $"{property.Name}.{member.Name.Value}",
            WrittenMeaning.Of(property, new JsonObject(member.Name.Place, [member])) ?? ""))).ToList();
}
