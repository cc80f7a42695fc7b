// Which days are worked: counts them between two days without walking over the days.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class Workdays
{
    private readonly bool[] _weekdays;
    private readonly int _perWeek;
    private readonly int[] _holidays;
    private readonly int[] _extra;

    /// <param name="weekdays">Seven flags from Monday.</param>
    /// <param name="holidays">Days not worked; those that are no such weekday anyway have no effect.</param>
    /// <param name="extra">Days worked although they are no such weekday; stronger than a holiday.</param>
    public Workdays(bool[] weekdays, IEnumerable<int> holidays, IEnumerable<int> extra)
    {
        _weekdays = weekdays;
        _perWeek = weekdays.Count(worked => worked);
        var worked = new HashSet<int>(extra);
        _extra = worked.Where(day => !weekdays[day % 7]).OrderBy(day => day).ToArray();
        _holidays = holidays.Distinct().Where(day => weekdays[day % 7] && !worked.Contains(day)).OrderBy(day => day).ToArray();
    }

    public static Workdays All { get; } = new([true, true, true, true, true, true, true], [], []);

    public static Workdays MondayToFriday { get; } = new([true, true, true, true, true, false, false], [], []);

    /// <summary>The workdays from one day to another, both included; 0 when the second lies before the first.</summary>
    public int Count(int from, int to)
    {
        if (to < from)
            return 0;
        var weeks = (to - from + 1) / 7;
        var count = weeks * _perWeek;
        for (var day = from + weeks * 7; day <= to; day++)
            count += _weekdays[day % 7] ? 1 : 0;
        return count - Within(_holidays, from, to) + Within(_extra, from, to);
    }

    private static int Within(int[] days, int from, int to) => FirstAtOrAfter(days, to + 1) - FirstAtOrAfter(days, from);

    private static int FirstAtOrAfter(int[] days, int day)
    {
        var index = Array.BinarySearch(days, day);
        return index >= 0 ? index : ~index;
    }
}
