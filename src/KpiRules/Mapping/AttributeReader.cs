// Takes a class with attributes, gives the map they make; all that is wrong with it is told at once.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <typeparam name="T">The type itself, or object where it cannot be named without generating code.</typeparam>
[RequiresUnreferencedCode(Reason)]
internal sealed class AttributeReader<T>(Type type)
{
    public const string Reason = "The properties of the class and of the elements of its collections are found by reflection. "
        + "Write the map out in a trimmed program: new SubjectMap<T>().Subject(…).Fact(…).";

    private readonly List<string> _faults = [];

    /// <exception cref="ArgumentException">A property cannot be what its attributes say.</exception>
    public SubjectMap<T> Subject(bool withHistory = true)
    {
        var map = new SubjectMap<T>(type.Name);
        foreach (var (property, attribute) in Attributes())
        {
            if (attribute is not (FieldAttribute or RecordDateAttribute) && (withHistory || attribute is not HistoryAttribute))
                Try(property, attribute, () => Add(map, new PropertyGetter<T>(property), attribute));
        }

        ThrowIfFaulty();
        return map;
    }

    /// <exception cref="ArgumentException">A property cannot be what its attributes say.</exception>
    public RecordMap<T> Record(bool inPeriod)
    {
        var map = new RecordMap<T>();
        if (inPeriod)
            map.InPeriod();
        foreach (var (property, attribute) in Attributes())
        {
            if (attribute is FieldAttribute field)
                Try(property, attribute, () => map.Add(Fact(new PropertyGetter<T>(property), field)));
            else if (attribute is RecordDateAttribute)
                Try(property, attribute, () => map.Date(Day(new PropertyGetter<T>(property))));
        }

        ThrowIfFaulty();
        return map;
    }

    private static void Add(SubjectMap<T> map, PropertyGetter<T> getter, Attribute attribute)
    {
        switch (attribute)
        {
            case SubjectIdAttribute:
                var id = getter.IsId
                    ? getter.Fact()
                    : throw new ArgumentException($"{getter.PropertyType.Name} is no id; these are: text, whole numbers and Guid");
                map.Subject(item => id(item).ToString());
                break;
            case PeriodAttribute:
                map.PeriodFrom(getter.Period() ?? throw new ArgumentException(
                    $"{getter.PropertyType.Name} is no period; these are: Period, string, DateTime and DateOnly"));
                break;
            case MappedFactAttribute fact:
                map.Add(Fact(getter, fact));
                break;
            case RecordsAttribute records:
                AddCollection(nameof(AddRecords), map, getter, records);
                break;
            case HistoryAttribute:
                AddCollection(nameof(AddHistory), map, getter, attribute);
                break;
        }
    }

    private static Func<T, FactValue> Day(PropertyGetter<T> getter) =>
        getter.Kind is ValueKind.Date || getter.PropertyType == typeof(string)
            ? getter.Fact()
            : throw new ArgumentException($"{getter.PropertyType.Name} is no date; these are: DateTime, DateOnly and string");

    private static MappedFact<T> Fact(PropertyGetter<T> getter, MappedFactAttribute fact) => getter.IsFact
        ? new MappedFact<T>(fact.Name, getter.Name, fact.Role, getter.Kind, fact.Optional, getter.Fact())
        : throw new ArgumentException($"{getter.PropertyType.Name} is no fact; these are: {BoxedValue.Types}");

    /// <summary>Sees the elements by their own type where a method can be made for it, else as objects.</summary>
    private static void AddCollection(string method, SubjectMap<T> map, PropertyGetter<T> getter, Attribute attribute)
    {
        var element = ElementOf(getter.PropertyType)
            ?? throw new ArgumentException($"{getter.PropertyType.Name} is no collection of one type of elements");
        if (!DynamicCode.IsSupported)
        {
            if (attribute is RecordsAttribute records)
                AddRecords<object>(map, getter, records, element);
            else
                AddHistory<object>(map, getter, attribute, element);
            return;
        }

        try
        {
            typeof(AttributeReader<T>).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(element).Invoke(null, [map, getter, attribute, element]);
        }
        catch (TargetInvocationException fault) when (fault.InnerException is ArgumentException inner)
        {
            throw new ArgumentException(inner.Message, inner);
        }
    }

    private static void AddRecords<TRow>(SubjectMap<T> map, PropertyGetter<T> getter, RecordsAttribute records, Type element) =>
        map.Add(new MappedList<T, TRow>(
            records.List,
            getter.Name,
            records.Optional,
            getter.Elements<TRow>(),
            new AttributeReader<TRow>(element).Record(records.InPeriod)));

    private static void AddHistory<TPast>(SubjectMap<T> map, PropertyGetter<T> getter, Attribute _, Type element) =>
        map.History(getter.Elements<TPast>(), new AttributeReader<TPast>(element).Subject(withHistory: false));

    private static Type? ElementOf(Type collection)
    {
        var elements = collection.GetInterfaces().Append(collection)
            .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(one => one.GetGenericArguments()[0]).Distinct().ToList();
        return elements.Count == 1 && collection != typeof(string) ? elements[0] : null;
    }

    /// <summary>Those of this room; what cannot be read is refused.</summary>
    private IEnumerable<(PropertyInfo Property, Attribute Attribute)> Attributes()
    {
        var properties = (type.IsInterface ? type.GetInterfaces().Append(type) : [type])
            .SelectMany(
                one => one.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static));
        foreach (var property in properties)
        {
            var ours = Attribute.GetCustomAttributes(property, inherit: true)
                .Where(attribute => attribute is SubjectIdAttribute or PeriodAttribute
                    or MappedFactAttribute or RecordsAttribute or RecordDateAttribute or HistoryAttribute).ToList();
            var isReadable = property.GetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0;
            if (ours.Count > 0 && !isReadable)
                _faults.Add($"{property.Name}: it has no public getter of an instance");
            foreach (var attribute in isReadable ? ours : [])
                yield return (property, attribute);
        }
    }

    private void Try(PropertyInfo property, Attribute attribute, Action add)
    {
        try
        {
            add();
        }
        catch (ArgumentException fault)
        {
            _faults.Add($"{property.Name} [{attribute.GetType().Name.Replace(nameof(Attribute), "")}]: {fault.Message}");
        }
    }

    private void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new ArgumentException($"{type.Name} cannot be mapped:\n- {string.Join("\n- ", _faults)}");
    }
}
