// What a property of the ruleset may hold: how it is read, and how a back end (schema, reference, forms) tells it apart.
using System;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

internal abstract class PropertyType
{
    /// <summary>Of objects, what they may have; null for what is no object.</summary>
    public virtual Shape? Shape => null;

    /// <summary>Whether a value is meant to be one of these, whatever else is wrong with it: by this a choice finds its reading.</summary>
    public abstract bool Fits(JsonValue value);

    /// <summary>Reports all that is wrong with a value, and with what stands in it.</summary>
    public abstract void Check(JsonValue value, ValueName name, ObjectReader reader);

    public abstract TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor);
}

/// <typeparam name="T">What is read; null stands for none, after a fault.</typeparam>
internal abstract class PropertyType<T> : PropertyType
{
    /// <summary>What the value says; null after reporting why it says nothing.</summary>
    /// <param name="reader">Of the object in which it stands.</param>
    public abstract T? Read(JsonValue value, ValueName name, ObjectReader reader);

    public override void Check(JsonValue value, ValueName name, ObjectReader reader) => Read(value, name, reader);

    /// <summary>As one kind of a choice.</summary>
    /// <param name="make">Makes of what is read what the choice gives.</param>
    public Alternative<TChoice> As<TChoice>(Func<T, TChoice?> make) => new(
        this,
        (value, name, reader) => Read(value, name, reader) is { } read ? make(read) : default);
}
