// The maps that are there without being written out: of a class with attributes, and of rows with named values.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <summary>Gives maps of types that say themselves how their facts stand.</summary>
public static class SubjectMap
{
    /// <summary>
    /// The map that the attributes of a type's properties make, such as <c>[SubjectId]</c> and <c>[Measure("sales")]</c>; it
    /// can be added to. Properties without an attribute are left alone. Keep it: reading the type takes longer than an item.
    /// </summary>
    /// <exception cref="ArgumentException">A property cannot be what its attributes say; the message lists all that cannot.</exception>
    [RequiresUnreferencedCode(AttributeReader<object>.Reason)]
    public static SubjectMap<T> Of<T>() => new AttributeReader<T>(typeof(T)).Subject();

    /// <summary>
    /// A map of rows with named values: dictionaries of both kinds, and lists of pairs. A
    /// name that the policy has not, and a value of a type that no fact has, is an issue of the data. A row that has
    /// nothing by the period's name is of the period that the call names; one whose period is null is left out.
    /// </summary>
    /// <param name="subject">What the subject's id is called, in any case.</param>
    /// <param name="period">What the period is called, in any case: a text such as <c>2026-03</c>, or a day.</param>
    public static SubjectMap<IEnumerable<KeyValuePair<string, object?>>> OfRows(string subject = WideFactReader.SubjectColumn, string period = WideFactReader.PeriodColumn)
    {
        if (subject is null)
            throw new ArgumentNullException(nameof(subject));
        if (period is null)
            throw new ArgumentNullException(nameof(period));
        return new SubjectMap<IEnumerable<KeyValuePair<string, object?>>>("row")
            .Subject(row => TryFind(row, subject, out var id) ? IdOf(id) : null)
            .PeriodFrom(row => TryFind(row, period, out var given) ? PeriodOf(given) : null)
            .Facts(row => row.Where(value => !IsCalled(value, subject) && !IsCalled(value, period)));
    }

    private static bool IsCalled(KeyValuePair<string, object?> value, string name) => value.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A value that is null is found: a row that has no month is not of the one called for.</summary>
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

    private static string? IdOf(object? value) => BoxedValue.TryRead(value, out var id) && id.Kind is ValueKind.Text or ValueKind.Number ? id.ToString() : null;

    /// <summary>What is no period stays what it is, for the issue that tells of it.</summary>
    private static GivenPeriod PeriodOf(object? value) => value is Period period ? new GivenPeriod(period)
        : BoxedValue.TryRead(value, out var written) ? new GivenPeriod(written)
        : new GivenPeriod((FactValue)value!.GetType().Name);
}
