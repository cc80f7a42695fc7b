// Takes a list before and after, gives which entry became which: the same ones, those with one name or bound, then by their order.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

/// <param name="Name">What tells the entry: what it is called, where it begins, or its number from 1.</param>
internal sealed record EntryPair(string Name, JsonValue? Before, JsonValue? After);

/// <param name="IsReordered">Whether both have the same entries, without names, in another order.</param>
internal sealed record EntryPairs(IReadOnlyList<EntryPair> All, bool IsReordered)
{
    public static EntryPairs Of(JsonArray before, JsonArray after, PropertyType item)
    {
        var key = new EntryKey(before, after);
        var (left, right) = (Entries(before), Entries(after));
        var pairs = new List<(int Order, EntryPair Pair)>();
        var hasSame = Match(entry => WrittenMeaning.Of(item, entry));
        var isReordered = left.Count == 0 && right.Count == 0 && !key.IsFound && hasSame;
        if (key.IsFound)
            Match(entry => key.Of(entry));
        // what is left over on both sides became something else, one after the other
        Match(_ => "");
        pairs.AddRange(left.Select(entry => (entry.Order, new EntryPair(NameOf(entry), entry.Value, null))));
        pairs.AddRange(right.Select(entry => (entry.Order, new EntryPair(NameOf(entry), null, entry.Value))));
        return new EntryPairs(pairs.OrderBy(pair => pair.Order).Select(pair => pair.Pair).ToList(), isReordered);

        string NameOf((int Order, JsonValue Value) entry) =>
            key.IsFound ? key.Of(entry.Value) : (entry.Order + 1).ToString(CultureInfo.InvariantCulture);

        // says whether any pair stands at two places
        bool Match(System.Func<JsonValue, string> tell)
        {
            var isMoved = false;
            var open = right.GroupBy(entry => tell(entry.Value))
                .ToDictionary(group => group.Key, group => new Queue<(int Order, JsonValue Value)>(group));
            foreach (var was in left.ToList())
            {
                if (!open.TryGetValue(tell(was.Value), out var alike) || alike.Count == 0)
                    continue;
                var now = alike.Dequeue();
                isMoved |= now.Order != was.Order;
                pairs.Add((now.Order, new EntryPair(NameOf(was), was.Value, now.Value)));
                left.Remove(was);
                right.Remove(now);
            }

            return isMoved;
        }
    }

    private static List<(int Order, JsonValue Value)> Entries(JsonArray list) => list.Items.Select((value, i) => (i, value)).ToList();
}
