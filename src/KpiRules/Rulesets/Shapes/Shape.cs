// What an object of the ruleset may have: its properties, and which of them go together.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <remarks>The reader, the JSON Schema and the reference come from shapes: what is not here can be neither read nor described.</remarks>
/// <param name="name">What it is called in the schema, and in the reference where it has no title.</param>
/// <param name="what">What it is, for messages: "a KPI".</param>
internal sealed class Shape(string name, Term what, params Property[] properties)
{
    private readonly HashSet<Property> _properties = [.. properties];

    public string Name => name;

    public Term What => what;

    /// <summary>In the order of the reference; what is missing is reported in it too.</summary>
    public IReadOnlyList<Property> Properties => properties;

    /// <summary>What has no place beside what.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What is required only where other properties say so.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>What is missing where nothing at all is written; null where nothing need be.</summary>
    public Property? Least { get; init; }

    /// <summary>What tells it from the other shapes that may stand in its place; null where there are none.</summary>
    public Property? Form { get; init; }

    /// <summary>What a single value says that stands in the object's place; null where none may.</summary>
    public Property? Short { get; init; }

    /// <summary>Gives an object in the form in which it is read, whichever way it is written; null where there is one way only.</summary>
    public Func<JsonObject, JsonObject>? AsRead { get; init; }

    /// <summary>What any other property may hold; null where there is no other.</summary>
    public PropertyType? Others { get; init; }

    /// <summary>The properties an object may have as it is written: of several with one name, the one that has its place there.</summary>
    public IEnumerable<Property> PropertiesOf(JsonObject json) => properties
        .GroupBy(property => property.Name)
        .Select(alike => alike.FirstOrDefault(property => property.Where?.Holds(json) != false) ?? alike.First());

    /// <summary>Whether the object may have the property.</summary>
    public bool Has(Property property) => _properties.Contains(property);
}

/// <summary>That a property is written, and, where a type is given, that its value is meant to be one of these.</summary>
internal sealed class Written(Property property, PropertyType? type = null)
{
    public Property Property => property;

    public PropertyType? Type => type;

    public static implicit operator Written(Property property) => new(property);

    public bool Holds(ObjectReader reader) => reader.Written(property) is { } value && (type is null || type.Fits(value));
}

/// <summary>Where one property is written, others have no place.</summary>
internal sealed class Exclusion(Written where, params Property[] others)
{
    public Written Where => where;

    public IReadOnlyList<Property> Others => others;

    /// <summary>Where this one is written, another rule reports them; null for no such one.</summary>
    public Property? Unless { get; init; }
}

/// <summary>A property that is required where none of others is written.</summary>
/// <param name="where">And where this holds; null for always.</param>
internal sealed class Requirement(Property property, Written? where, params Property[] unless)
{
    public Property Property => property;

    public Written? Where => where;

    public IReadOnlyList<Property> Unless => unless;

    /// <summary>
    /// What the object is called where it lacks the property, which is then said at the place of what makes it required; null where
    /// it is one of those that the object lacks as such.
    /// </summary>
    public Term? What { get; init; }

    public bool IsBroken(ObjectReader reader)
    {
        if (reader.Written(property) is not null || where?.Holds(reader) == false)
            return false;
        foreach (var other in unless)
        {
            if (reader.Written(other) is not null)
                return false;
        }

        return true;
    }
}
