// Applies one JSON document to another as RFC 7396 says; what comes out keeps the places of both.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <summary>RFC 7396, JSON Merge Patch: objects are merged member by member, null removes, anything else replaces.</summary>
internal static class MergePatch
{
    public static JsonValue Apply(JsonValue? target, JsonValue patch)
    {
        if (patch is not JsonObject changes)
            return patch;
        var before = (target as JsonObject)?.Members ?? [];
        var changeOf = changes.Members.ToDictionary(change => change.Name.Value);
        var members = new List<JsonMember>();
        foreach (var member in before)
        {
            if (!changeOf.TryGetValue(member.Name.Value, out var change))
                members.Add(member);
            else if (change.Value is not JsonNull)
                members.Add(new JsonMember(change.Name, Apply(member.Value, change.Value)));
        }

        var known = new HashSet<string>(before.Select(member => member.Name.Value));
        foreach (var addition in changes.Members.Where(member => !known.Contains(member.Name.Value) && member.Value is not JsonNull))
            members.Add(new JsonMember(addition.Name, Apply(null, addition.Value)));
        return new JsonObject(changes.Place, members);
    }
}
