// Reads the properties of one object of a workflow without regard to case, and says which of them nobody reads.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Workflows.Importing;

/// <param name="what">What the object is, for messages.</param>
/// <param name="report">Takes every fault.</param>
internal sealed class WorkflowObject(JsonObject json, Term what, Action<Diagnostic> report)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a property; null where it is not there, or null.</summary>
    public JsonValue? Take(string name)
    {
        _known.Add(name);
        var value = Named(name)?.Value;
        return value is JsonNull ? null : value;
    }

    /// <summary>
    /// The member written as the property is, which RulesEngine reads; else the first that differs by case, which some hosts
    /// read.
    /// </summary>
    private JsonMember? Named(string name) =>
        json.Members.FirstOrDefault(member => member.Name.Value == name)
        ?? json.Members.FirstOrDefault(member => string.Equals(member.Name.Value, name, StringComparison.OrdinalIgnoreCase));

    public JsonString? Text(string name) => As<JsonString>(name, "json.text");

    public JsonObject? Object(string name) => As<JsonObject>(name, "json.object");

    public bool Boolean(string name, bool otherwise) => As<JsonBoolean>(name, "json.boolean")?.Value ?? otherwise;

    /// <summary>The objects of a list; anything else in it is reported.</summary>
    public IEnumerable<JsonObject> Objects(string name)
    {
        foreach (var item in As<JsonArray>(name, "json.array")?.Items ?? [])
        {
            if (item is JsonObject found)
                yield return found;
            else
                report(RulesetFaults.WrongType(item.Place, name, new Term("json.object"), item.Type));
        }
    }

    /// <summary>The text that must be there; null after reporting that it is not.</summary>
    public JsonString? Required(string name)
    {
        if (Text(name) is { } text && text.Value.Trim().Length > 0)
            return text;
        if (Take(name) is null or JsonString)
            report(RulesetFaults.Missing(json.Place, name, what));
        return null;
    }

    /// <summary>Warns of what nobody asked for: RulesEngine ignores it without a word.</summary>
    public void Finish()
    {
        var read = new HashSet<JsonMember>(_known.Select(Named).OfType<JsonMember>());
        foreach (var member in json.Members.Where(
            member => !read.Contains(member) && !member.Name.Value.StartsWith("$", StringComparison.Ordinal)))
            report(ImportFaults.UnknownProperty(
                member.Name.Place, member.Name.Value, what, () => ClosestName.Find(member.Name.Value, _known)));
    }

    private T? As<T>(string name, string needed)
        where T : JsonValue
    {
        var value = Take(name);
        if (value is not (null or T))
            report(RulesetFaults.WrongType(value.Place, name, new Term(needed), value.Type));
        return value as T;
    }
}
