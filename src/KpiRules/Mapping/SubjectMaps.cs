// The maps that are there without being written out: of a class with attributes, and of rows with named values.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using KpiRules.Reading;

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
    /// A map of rows with named values: dictionaries of both kinds, lists of pairs, and rows of a data reader
    /// (<see cref="RowReading.Rows"/>). A name that the policy has not, and a value of a type that no fact has, is an issue of
    /// the data. A row that has nothing by the period's name is of the period that the call names; one whose period is null is
    /// left out.
    /// </summary>
    /// <param name="subject">What the subject's id is called, in any case.</param>
    /// <param name="period">What the period is called, in any case: a text such as <c>2026-03</c>, or a day.</param>
    public static SubjectMap<IEnumerable<KeyValuePair<string, object?>>> OfRows(
        string subject = WideFactReader.SubjectColumn, string period = WideFactReader.PeriodColumn)
    {
        if (subject is null)
            throw new ArgumentNullException(nameof(subject));
        if (period is null)
            throw new ArgumentNullException(nameof(period));
        return new SubjectMap<IEnumerable<KeyValuePair<string, object?>>>("row")
            .Subject(row => NamedValues.IdIn(row, subject))
            .PeriodFrom(row => NamedValues.PeriodIn(row, period))
            .Facts(row => row.Where(value => !NamedValues.IsCalled(value, subject) && !NamedValues.IsCalled(value, period)));
    }
}
