// Finds subjects among those in ordinal order.
using System.Collections.Generic;

namespace KpiRules.Facts;

internal static class SubjectOrder
{
    /// <summary>The row of a subject, or -1.</summary>
    /// <param name="subjects">In ordinal order.</param>
    public static int RowOf(IReadOnlyList<string> subjects, string subject)
    {
        var (low, high) = (0, subjects.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(subjects[middle], subject);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
