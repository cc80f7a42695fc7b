// Reads the properties of one JSON object as its shape has them, and reports those that nobody asked for.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

internal sealed class ObjectReader(JsonObject json, Shape shape, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = [];

    public JsonObject Json => json;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>What the object is, for messages.</summary>
    public Term What => shape.What;

    /// <summary>What the property says; null where it is not written, or says nothing after a fault.</summary>
    public T? Read<T>(Property<T> property) => Take(property) is { } value ? property.Read(value, this) : default;

    /// <summary>What the property says, or its default.</summary>
    public T Read<T>(DefaultedProperty<T> property)
        where T : struct => Take(property) is { } value ? property.Read(value, this) : property.Otherwise;

    /// <summary>The entries of a list that have no fault; none where it is not written.</summary>
    public IReadOnlyList<T> ReadAll<T>(Property<ReadList<T>> property)
        where T : class => (Read(property)?.Items ?? []).OfType<T>().ToList();

    /// <summary>The entries of a map; none where it is not written.</summary>
    public IReadOnlyList<MapEntry<T>> ReadAll<T>(Property<ReadMap<T>> property) => Read(property)?.Entries ?? [];

    /// <summary>Lets the property stand, whatever it says.</summary>
    public void Ignore(Property property) => Take(property);

    /// <summary>As it is written; null where it is not.</summary>
    public JsonValue? Written(Property property) => json[property.Name];

    /// <summary>The fault of a text that is none of some words.</summary>
    public static Diagnostic NotOneOf(JsonString text, string name, IEnumerable<string> choices) =>
        RulesetFaults.NotOneOf(text.Place, text.Value, name, choices, () => ClosestName.Find(text.Value, choices));

    public T? As<T>(JsonValue? value, ValueName name, string needed)
        where T : JsonValue
    {
        if (value is not null and not T)
            ReportType(value, name, needed);
        return value as T;
    }

    public void ReportType(JsonValue value, ValueName name, string needed) => diagnostics.Add(name.IsEntry
        ? RulesetFaults.WrongEntry(value.Place, new Term(needed), value.Type)
        : RulesetFaults.WrongType(value.Place, name.Text, new Term(needed), value.Type));

    /// <summary>
    /// Reports every property that was not asked for, those that are missing, and those that do not go together. To be called once
    /// all have been asked for.
    /// </summary>
    public void Finish()
    {
        var missing = shape.Properties.Where(IsMissing).Select(property => property.Name).ToList();
        var unused = _known.Where(known => json[known] is null).ToList();
        foreach (var member in json.Members.Where(member => !_known.Contains(member.Name.Value)))
        {
            var name = member.Name.Value;
            diagnostics.Add(RulesetFaults.UnknownProperty(member.Name.Place, name, What, () => ClosestName.Find(name, unused)));
            // a misspelt name is one fault, not a missing and an unknown one
            if (missing.Count > 0 && ClosestName.Find(name, unused) is { } meant)
                missing.Remove(meant);
        }

        foreach (var name in missing)
            diagnostics.Add(RulesetFaults.Missing(json.Place, name, What));
        foreach (var rule in shape.Requirements.Where(rule => rule.What is not null && rule.IsBroken(this)))
            diagnostics.Add(RulesetFaults.Missing(Written(rule.Where!.Property)!.Place, rule.Property.Name, rule.What!));
        foreach (var rule in shape.Exclusions.Where(IsBroken))
        {
            foreach (var other in rule.Others.Where(other => Written(other) is not null))
                diagnostics.Add(RulesetFaults.Beside(Written(other)!.Place, other.Name, rule.Where.Property.Name));
        }
    }

    /// <summary>Reads all that the object has, and all that stands in it, for what is wrong with it.</summary>
    public void Check()
    {
        foreach (var property in shape.Properties)
            Check(property);
        foreach (var member in json.Members.Where(member => shape.Others is not null && _known.Add(member.Name.Value)))
            shape.Others!.Check(member.Value, member.Name.Value, this);
        Finish();
    }

    /// <summary>Reads the property, and all that stands in it, for what is wrong with it.</summary>
    public void Check(Property property)
    {
        if (Take(property) is { } value)
            property.Type.Check(value, property.Name, this);
    }

    /// <summary>The property's value, or null when it is not there.</summary>
    private JsonValue? Take(Property property)
    {
        if (!shape.Has(property))
            throw new ArgumentException($"The shape '{shape.Name}' has no such property '{property.Name}'.", nameof(property));
        if (!MayHave(property))
        {
            if (json.Members.FirstOrDefault(member => member.Name.Value == property.Name) is { } member
                && property.Where!.Refuses(member, json, diagnostics))
                _known.Add(property.Name);
            return null;
        }

        _known.Add(property.Name);
        return Written(property);
    }

    private bool MayHave(Property property) => property.Where?.Holds(json) != false;

    /// <summary>What nobody asked for is not missed.</summary>
    private bool IsMissing(Property property) => Written(property) is null && _known.Contains(property.Name) && MayHave(property)
        && (property.IsRequired || (property == shape.Least && json.Members.Count == 0)
            || shape.Requirements.Any(rule => rule.Property == property && rule.What is null && rule.IsBroken(this)));

    private bool IsBroken(Exclusion rule) => rule.Where.Holds(this) && (rule.Unless is null || Written(rule.Unless) is null);
}
