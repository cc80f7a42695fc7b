// Takes a property, gives how its values become facts: bound once, so that no item is looked at by reflection.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <remarks>
/// Every type is named in the code, so that nothing has to be generated at run time. Where a delegate cannot be bound (on
/// structs, or where an element's type is known only as an object) the property is read boxed.
/// </remarks>
[RequiresUnreferencedCode(AttributeReader<object>.Reason)]
internal sealed class PropertyGetter<T>(PropertyInfo property)
{
    private readonly Type _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    private readonly bool _isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null;

    /// <summary>Whether the items are seen by the type that has the property.</summary>
    private readonly bool _isTyped = !typeof(T).IsValueType && property.DeclaringType!.IsAssignableFrom(typeof(T));

    public string Name => property.Name;

    public Type PropertyType => property.PropertyType;

    /// <summary>The type its facts have; null for a property that can be no fact.</summary>
    public ValueKind? Kind =>
        _type.IsEnum || _type == typeof(string) || _type == typeof(Guid) ? ValueKind.Text
        : _type == typeof(DateTime) || BoxedValue.IsDay(_type) ? ValueKind.Date
        : Type.GetTypeCode(_type) switch
        {
            TypeCode.Boolean => ValueKind.Boolean,
            >= TypeCode.SByte and <= TypeCode.Decimal => ValueKind.Number,
            _ => null,
        };

    /// <summary>Whether it can be a fact, be it of a kind that is known only with each value.</summary>
    public bool IsFact => Kind is not null || _type == typeof(FactValue);

    /// <summary>Whether it can be an id.</summary>
    public bool IsId => _type == typeof(string)
        || _type == typeof(Guid)
        || (!_type.IsEnum && Type.GetTypeCode(_type) is >= TypeCode.SByte and <= TypeCode.UInt64);

    public Func<T, FactValue> Fact() => !_isTyped ? Boxed
        : _type.IsEnum ? OfEnum()
        : _type == typeof(FactValue) ? Of<FactValue>(value => value)
        : _type == typeof(Guid) ? Of<Guid>(value => value.ToString())
#if NET6_0_OR_GREATER
        : _type == typeof(DateOnly) ? Of<DateOnly>(value => value)
#endif
        : Type.GetTypeCode(_type) switch
        {
            TypeCode.Decimal => Of<decimal>(value => value),
            TypeCode.Double => Of<double>(value => value),
            TypeCode.Single => Of<float>(value => value),
            TypeCode.Int32 => Of<int>(value => value),
            TypeCode.Int64 => Of<long>(value => value),
            TypeCode.Int16 => Of<short>(value => value),
            TypeCode.Byte => Of<byte>(value => value),
            TypeCode.SByte => Of<sbyte>(value => value),
            TypeCode.UInt16 => Of<ushort>(value => (int)value),
            TypeCode.UInt32 => Of<uint>(value => value),
            TypeCode.UInt64 => Of<ulong>(value => value),
            TypeCode.Boolean => Of<bool>(value => value),
            TypeCode.DateTime => Of<DateTime>(value => value),
            TypeCode.String => OfText(),
            _ => Boxed,
        };

    /// <summary>Null for a property that can be no period.</summary>
    public Func<T, GivenPeriod?>? Period()
    {
        if (_type == typeof(Period) && (_isNullable || !_isTyped))
        {
            Func<T, Period?> get = _isTyped ? Typed<Period?>() : item => (Period?)property.GetValue(item);
            return item => new GivenPeriod(get(item));
        }

        if (_type == typeof(Period))
        {
            var get = Typed<Period>();
            return item => new GivenPeriod(get(item));
        }

        if (Kind != ValueKind.Date && _type != typeof(string))
            return null;
        var written = Fact();
        return item => new GivenPeriod(written(item));
    }

    /// <summary>The property as a collection; null where it is null.</summary>
    public Func<T, IEnumerable<TElement>?> Elements<TElement>() =>
        _isTyped && typeof(IEnumerable<TElement>).IsAssignableFrom(PropertyType) && !PropertyType.IsValueType
            ? Typed<IEnumerable<TElement>?>()
            : item => ((IEnumerable?)property.GetValue(item))?.Cast<TElement>();

    private Func<T, FactValue> Of<TValue>(Func<TValue, FactValue> fact)
        where TValue : struct
    {
        if (_isNullable)
        {
            var getNullable = Typed<TValue?>();
            return item => getNullable(item) is { } value ? fact(value) : default;
        }

        var get = Typed<TValue>();
        return item => fact(get(item));
    }

    private Func<T, FactValue> OfEnum() => DynamicCode.IsSupported
        ? (Func<T, FactValue>)typeof(PropertyGetter<T>).GetMethod(nameof(OfNamed), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(_type).Invoke(this, null)!
        : Boxed;

    private Func<T, FactValue> OfNamed<TEnum>()
        where TEnum : struct, Enum => _isNullable ? EnumText.Of(Typed<TEnum?>()) : EnumText.Of(Typed<TEnum>());

    private Func<T, FactValue> OfText()
    {
        var get = Typed<string?>();
        return item => get(item);
    }

    private FactValue Boxed(T item) => BoxedValue.TryRead(property.GetValue(item), out var value) ? value : default;

    private Func<T, TValue> Typed<TValue>() => (Func<T, TValue>)property.GetMethod!.CreateDelegate(typeof(Func<T, TValue>));
}
