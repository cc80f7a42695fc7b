// A property that an object of the ruleset may have: its name, what it may hold, and what it means.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <param name="zh">What it means, in Chinese, as one sentence without a full stop.</param>
/// <param name="en">The same in English.</param>
internal abstract class Property(string name, string zh, string en)
{
    public string Name => name;

    public string Zh => zh;

    public string En => en;

    public abstract PropertyType Type { get; }

    public bool IsRequired { get; init; }

    /// <summary>What holds where it is not written: a text, number, truth or list of texts. Null for nothing, or no one value.</summary>
    public object? Default { get; init; }

    /// <summary>Whether it is about the document itself, and no part of what a merge changes.</summary>
    public bool IsOfDocument { get; init; }

    /// <summary>Whether people and tools read it, and nothing is worked out from it.</summary>
    public bool IsForReaders { get; init; }

    /// <summary>Whether it tells an entry of a list from the others: what it is called, or where it begins.</summary>
    public bool TellsApart { get; init; }

    /// <summary>Whether an object with nothing in it says no more than none.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Whether nothing depends on the order of the list that it holds.</summary>
    public bool IsInAnyOrder { get; init; }

    /// <summary>Where the object may have it at all; null for always.</summary>
    public Condition? Where { get; init; }

    /// <summary>Values it may have, as JSON.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>A whole number with a default.</summary>
    public static DefaultedProperty<int> Whole(string name, int from, int to, int otherwise, string zh, string en) =>
        new(name, new WholeType(from, to), otherwise, zh, en) { Default = otherwise };

    /// <summary>A word of an enum, with a default.</summary>
    public static DefaultedProperty<TEnum> Word<TEnum>(string name, TEnum otherwise, string zh, string en)
        where TEnum : struct, Enum => new(name, new EnumType<TEnum>(), otherwise, zh, en) { Default = EnumText<TEnum>.Of(otherwise) };
}

internal sealed class Property<T>(string name, PropertyType<T> type, string zh, string en) : Property(name, zh, en)
{
    public override PropertyType Type => type;

    /// <summary>Null after reporting what is wrong.</summary>
    public T? Read(JsonValue value, ObjectReader reader) => type.Read(value, Name, reader);
}

/// <param name="otherwise">What holds where nothing is written, and after a fault.</param>
internal sealed class DefaultedProperty<T>(string name, PropertyType<T?> type, T otherwise, string zh, string en)
    : Property(name, zh, en)
    where T : struct
{
    public override PropertyType Type => type;

    public T Otherwise => otherwise;

    public T Read(JsonValue value, ObjectReader reader) => type.Read(value, Name, reader) ?? otherwise;
}
