// What of a host's own type is the subject, its period, its facts, its records and its history.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <summary>
/// Says how the facts of a subject stand in a type of the host's: <c>new SubjectMap&lt;Seller&gt;().Subject(x => x.Id)
/// .Fact("sales", x => x.Sales)</c>. Uses no reflection; for a class with attributes see <see cref="SubjectMap.Of{T}"/>.
/// Not safe for threads while it is put together, safe to share afterwards.
/// </summary>
/// <typeparam name="T">The type of an item: one subject with its facts of one period.</typeparam>
public sealed class SubjectMap<T>
{
    private readonly List<MappedFact<T>> _facts = [];
    private readonly List<MappedList<T>> _lists = [];

    /// <summary>A map without anything.</summary>
    public SubjectMap()
        : this(typeof(T).Name)
    {
    }

    internal SubjectMap(string name) => Name = name;

    internal string Name { get; }

    internal Func<T, string?>? Id { get; private set; }

    /// <summary>Null where items say nothing; gives null for an item that says nothing.</summary>
    internal Func<T, GivenPeriod?>? PeriodOf { get; private set; }

    internal Func<T, IEnumerable<KeyValuePair<string, object?>>?>? Others { get; private set; }

    internal MappedHistory<T>? Earlier { get; private set; }

    internal IReadOnlyList<MappedFact<T>> MappedFacts => _facts;

    internal IReadOnlyList<MappedList<T>> Lists => _lists;

    /// <summary>
    /// Where the subject's id is; blanks around it do not matter, and an item without one is left out as an issue of the data.
    /// </summary>
    /// <exception cref="ArgumentException">The map has a subject already.</exception>
    public SubjectMap<T> Subject(Func<T, string?> id)
    {
        Id = Id is null ? id ?? throw new ArgumentNullException(nameof(id)) : throw Twice("subject");
        return this;
    }

    /// <summary>Where the period is. Without it, facts are of the period that the call names.</summary>
    /// <exception cref="ArgumentException">The map has a period already.</exception>
    public SubjectMap<T> Period(Func<T, Period> period)
    {
        if (period is null)
            throw new ArgumentNullException(nameof(period));
        return PeriodFrom(item => new GivenPeriod(period(item)));
    }

    /// <summary>
    /// Where the period is, written as <c>2026-03</c>; what cannot be read as one is an issue of the data, and the item left out.
    /// </summary>
    /// <exception cref="ArgumentException">The map has a period already.</exception>
    public SubjectMap<T> Period(Func<T, string?> period)
    {
        if (period is null)
            throw new ArgumentNullException(nameof(period));
        return PeriodFrom(item => new GivenPeriod((FactValue)period(item)));
    }

    /// <summary>Where a day of the period is: the facts are of the policy's period that holds it.</summary>
    /// <exception cref="ArgumentException">The map has a period already.</exception>
    public SubjectMap<T> Period(Func<T, DateTime> day)
    {
        if (day is null)
            throw new ArgumentNullException(nameof(day));
        return PeriodFrom(item => new GivenPeriod((FactValue)day(item)));
    }

#if NET6_0_OR_GREATER
    /// <summary>Where a day of the period is: the facts are of the policy's period that holds it.</summary>
    /// <exception cref="ArgumentException">The map has a period already.</exception>
    public SubjectMap<T> Period(Func<T, DateOnly> day)
    {
        if (day is null)
            throw new ArgumentNullException(nameof(day));
        return PeriodFrom(item => new GivenPeriod((FactValue)day(item)));
    }
#endif

    /// <summary>Where a fact is: whatever <see cref="FactValue"/> converts from. No value is a fact that is not given.</summary>
    /// <param name="name">The name in the ruleset: of a measure or an attribute, <c>&lt;kpi&gt;.target</c>,
    /// <c>&lt;incentive&gt;.opening</c>.</param>
    /// <param name="value">Gives the value of an item; what it throws goes to the caller.</param>
    /// <param name="optional">Whether policies without such a fact are served all the same, without it. Otherwise they refuse the
    /// map.</param>
    /// <exception cref="ArgumentException">The name is blank, or the map has the fact already.</exception>
    public SubjectMap<T> Fact(string name, Func<T, FactValue> value, bool optional = false) =>
        Add(new MappedFact<T>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            null,
            null,
            optional,
            value ?? throw new ArgumentNullException(nameof(value))));

    /// <summary>Where a fact is: a text, which is the name of the enum's value.</summary>
    /// <inheritdoc cref="Fact(string, Func{T, FactValue}, bool)"/>
    public SubjectMap<T> Fact<TEnum>(string name, Func<T, TEnum> value, bool optional = false)
        where TEnum : struct, Enum =>
        Add(new MappedFact<T>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            null,
            ValueKind.Text,
            optional,
            EnumText.Of(value ?? throw new ArgumentNullException(nameof(value)))));

    /// <summary>Where a fact is: a text, which is the name of the enum's value; null is not given.</summary>
    /// <inheritdoc cref="Fact(string, Func{T, FactValue}, bool)"/>
    public SubjectMap<T> Fact<TEnum>(string name, Func<T, TEnum?> value, bool optional = false)
        where TEnum : struct, Enum =>
        Add(new MappedFact<T>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            null,
            ValueKind.Text,
            optional,
            EnumText.Of(value ?? throw new ArgumentNullException(nameof(value)))));

    /// <summary>
    /// Where facts are whose names only an item knows, such as a dictionary. A name that the policy has not, and a value of a
    /// type that no fact has, is an issue of the data; null and <see cref="DBNull"/> are not given.
    /// </summary>
    /// <exception cref="ArgumentException">The map has such facts already.</exception>
    public SubjectMap<T> Facts(Func<T, IEnumerable<KeyValuePair<string, object?>>?> facts)
    {
        Others = Others is null ? facts ?? throw new ArgumentNullException(nameof(facts)) : throw Twice("collection of facts");
        return this;
    }

    /// <summary>
    /// Where the records of the subject in the period are. An empty collection says that there are none; null says nothing,
    /// and where no item has the list, it is not available.
    /// </summary>
    /// <param name="list">The name of the list in the ruleset.</param>
    /// <param name="rows">Gives the records of an item.</param>
    /// <param name="fields">Says where the fields are; called once, at once.</param>
    /// <param name="optional">Whether policies without such a list are served all the same, without it. Otherwise they refuse the
    /// map.</param>
    /// <exception cref="ArgumentException">The name is blank, the map has the list already, or there are no fields.</exception>
    public SubjectMap<T> Records<TRow>(string list, Func<T, IEnumerable<TRow>?> rows, Action<RecordMap<TRow>> fields, bool optional = false)
    {
        if (fields is null)
            throw new ArgumentNullException(nameof(fields));
        var map = new RecordMap<TRow>();
        fields(map);
        return Add(new MappedList<T, TRow>(
            list ?? throw new ArgumentNullException(nameof(list)),
            null,
            optional,
            rows ?? throw new ArgumentNullException(nameof(rows)),
            map));
    }

    /// <summary>
    /// Where the facts of other periods are, for functions over time. The subject is the same; each item needs a period of its
    /// own, and its records count, but not a history of its own.
    /// </summary>
    /// <exception cref="ArgumentException">The map has a history already.</exception>
    public SubjectMap<T> History<TPast>(Func<T, IEnumerable<TPast>?> items, SubjectMap<TPast> map)
    {
        if (Earlier is not null)
            throw Twice("history");
        Earlier = new MappedHistory<T, TPast>(
            items ?? throw new ArgumentNullException(nameof(items)), map ?? throw new ArgumentNullException(nameof(map)));
        return this;
    }

    /// <summary>The map for a policy: checked once, before the first item.</summary>
    /// <exception cref="ArgumentException">
    /// The map has no subject, names a fact, list or field that the policy has not, or one whose type cannot be; the message
    /// lists all that is wrong, and what the policy has.
    /// </exception>
    public BoundMap<T> For(Policy policy) => new(this, policy ?? throw new ArgumentNullException(nameof(policy)));

    internal SubjectMap<T> PeriodFrom(Func<T, GivenPeriod?> period)
    {
        PeriodOf = PeriodOf is null ? period : throw Twice("period");
        return this;
    }

    internal SubjectMap<T> Add(MappedFact<T> fact)
    {
        if (string.IsNullOrWhiteSpace(fact.Shown))
            throw new ArgumentException("A fact needs a name.");
        _facts.Add(_facts.Any(other => other.Shown == fact.Shown) ? throw Twice($"fact '{fact.Shown}'") : fact);
        return this;
    }

    internal SubjectMap<T> Add(MappedList<T> list)
    {
        if (string.IsNullOrWhiteSpace(list.Shown))
            throw new ArgumentException("A list of records needs a name.");
        _lists.Add(_lists.Any(other => other.Shown == list.Shown) ? throw Twice($"list '{list.Shown}'") : list);
        return this;
    }

    private ArgumentException Twice(string what) => new($"The map of {Name} already has a {what}.");
}
