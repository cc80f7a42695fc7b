// Takes a list before and after, gives which entry became which: the same ones, those with one name or bound, then by their order.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

/// <param name="Name">What tells the entry: what it is called, where it begins, or its number from 1.</param>
internal sealed record EntryPair(string Name, JsonValue? Before, JsonValue? After);

/// <param name="Key">By what entries are told apart.</param>
/// <param name="IsReordered">Whether entries of both stand in another order, and something depends on it.</param>
internal sealed record EntryPairs(IReadOnlyList<EntryPair> All, EntryKey Key, bool IsReordered)
{
    public static EntryPairs Of(JsonArray before, JsonArray after, PropertyType item, bool isInAnyOrder)
    {
        var key = new EntryKey(before, after, item);
        var (left, right) = (Entries(before), Entries(after));
        var pairs = new List<(Entry Was, Entry Now)>();
        Match(entry => WrittenMeaning.Of(item, entry.Value));
        // what is told by its place, and is no other order, is compared place by place
        if (!key.IsFound && !isInAnyOrder && left.Count > 0 && before.Items.Count == after.Items.Count)
        {
            (left, right) = (Entries(before), Entries(after));
            pairs.Clear();
            Match(entry => entry.Order.ToString(CultureInfo.InvariantCulture));
        }

        if (key.IsFound)
            Match(entry => key.MeaningOf(entry.Value));
        pairs.Sort((one, other) => one.Was.Order.CompareTo(other.Was.Order));
        var isReordered = !isInAnyOrder && pairs.Zip(pairs.Skip(1), (one, next) => one.Now.Order > next.Now.Order).Contains(true);
        // what is left over on both sides between the same entries became something else, one after the other
        foreach (var was in left.ToList())
        {
            var now = right.FirstOrDefault(
                entry => isInAnyOrder || pairs.All(pair => pair.Was.Order < was.Order == pair.Now.Order < entry.Order));
            if (now is null)
                continue;
            pairs.Add((was, now));
            left.Remove(was);
            right.Remove(now);
        }

        var all = pairs.Select(pair => (pair.Now.Order, new EntryPair(NameOf(pair.Was), pair.Was.Value, pair.Now.Value)))
            .Concat(left.Select(entry => (entry.Order, new EntryPair(NameOf(entry), entry.Value, null))))
            .Concat(right.Select(entry => (entry.Order, new EntryPair(NameOf(entry), null, entry.Value))));
        return new EntryPairs(all.OrderBy(entry => entry.Item1).Select(entry => entry.Item2).ToList(), key, isReordered);

        string NameOf(Entry entry) =>
            key.IsFound ? key.Of(entry.Value) : (entry.Order + 1).ToString(CultureInfo.InvariantCulture);

        void Match(Func<Entry, string> tell)
        {
            var open = right.GroupBy(tell).ToDictionary(group => group.Key, group => new Queue<Entry>(group));
            var unmatched = new List<Entry>();
            foreach (var was in left)
            {
                if (open.TryGetValue(tell(was), out var alike) && alike.Count > 0)
                    pairs.Add((was, alike.Dequeue()));
                else
                    unmatched.Add(was);
            }

            (left, right) = (unmatched, open.Values.SelectMany(alike => alike).OrderBy(entry => entry.Order).ToList());
        }
    }

    private static List<Entry> Entries(JsonArray list) => list.Items.Select((value, i) => new Entry(i, value)).ToList();

    private sealed record Entry(int Order, JsonValue Value);
}
