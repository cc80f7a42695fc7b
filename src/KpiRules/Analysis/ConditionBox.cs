// What every number must be for a condition to hold: an interval for each.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Analysis;

/// <summary>What every number must be for an alternative to hold.</summary>
internal sealed class ConditionBox(IReadOnlyDictionary<Compared, Interval> intervals)
{
    private readonly IReadOnlyDictionary<Compared, Interval> _intervals = intervals;

    public static ConditionBox Whole { get; } = new(new Dictionary<Compared, Interval>());

    /// <summary>In which numbers something lies; any where nothing is said of it.</summary>
    public Interval Of(Compared number) => _intervals.TryGetValue(number, out var interval) ? interval : Interval.Any;

    /// <summary>Null where nothing is left.</summary>
    public ConditionBox? And(Compared number, Interval interval) =>
        And(new ConditionBox(new Dictionary<Compared, Interval> { [number] = interval }));

    /// <summary>Null where nothing is left.</summary>
    public ConditionBox? And(ConditionBox other)
    {
        var both = _intervals.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var entry in other._intervals)
            both[entry.Key] = both.TryGetValue(entry.Key, out var known) ? known.And(entry.Value) : entry.Value;
        return both.Values.Any(interval => interval.IsEmpty) ? null : new ConditionBox(both);
    }
}

/// <summary>What lies in an interval: a value, or how much it is more than another; the same for what means the same.</summary>
internal readonly record struct Compared(Operation Value, Operation? Other = null);
