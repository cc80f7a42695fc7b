// A row whose values have names: whose it is, and of which period.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal static class NamedValues
{
    public static bool IsCalled(KeyValuePair<string, object?> value, string name) =>
        value.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for none.</summary>
    public static string? IdIn(IEnumerable<KeyValuePair<string, object?>> row, string name) =>
        TryFind(row, name, out var found) && BoxedValue.TryRead(found, out var id) && id.Kind is ValueKind.Text or ValueKind.Number
            ? id.ToString()
            : null;

    /// <summary>Null where the row has nothing of that name. What is no period stays what it is, for the issue that tells of it.</summary>
    public static GivenPeriod? PeriodIn(IEnumerable<KeyValuePair<string, object?>> row, string name) =>
        !TryFind(row, name, out var found) ? null
            : found is Period period ? new GivenPeriod(period)
            : BoxedValue.TryRead(found, out var written) ? new GivenPeriod(written)
            : new GivenPeriod((FactValue)found!.GetType().Name);

    /// <summary>A value that is null is found: a row whose month is null is not of the one called for.</summary>
    private static bool TryFind(IEnumerable<KeyValuePair<string, object?>> row, string name, out object? found)
    {
        foreach (var value in row)
        {
            found = value.Value;
            if (IsCalled(value, name))
                return true;
        }

        found = null;
        return false;
    }
}
