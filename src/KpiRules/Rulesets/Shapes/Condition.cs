// Where an object may have a property at all: by what else is written in it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

internal abstract class Condition
{
    public abstract bool Holds(JsonObject json);

    /// <summary>Says why a property that is written has no place here; false where it is one that nobody knows.</summary>
    public virtual bool Refuses(JsonMember member, JsonObject json, DiagnosticBag diagnostics) => false;

    public abstract TResult Accept<TResult>(IConditionVisitor<TResult> visitor);
}

internal interface IConditionVisitor<out TResult>
{
    /// <param name="byDefault">Whether it holds where the property has none of the words that are known.</param>
    TResult Word(string property, string word, bool byDefault);

    TResult Presence(IReadOnlyList<string> any, IReadOnlyList<string> none);
}

/// <summary>That another property has a word, or, where it has no known one, would have it by default.</summary>
/// <param name="refuse">The fault of a property at another word; null where it is then one that nobody knows.</param>
internal sealed class WordCondition(
    string property, string word, string otherwise, IReadOnlyCollection<string> known,
    Func<SourcePlace, string, string?, Diagnostic?>? refuse = null) : Condition
{
    public override bool Holds(JsonObject json) => word == (WordIn(json) ?? otherwise);

    public override bool Refuses(JsonMember member, JsonObject json, DiagnosticBag diagnostics)
    {
        if (refuse is null)
            return false;
        // of a word that nobody knows, nothing more is said
        if ((json[property] is null || WordIn(json) is not null)
            && refuse(member.Name.Place, member.Name.Value, WordIn(json)) is { } fault)
            diagnostics.Add(fault);
        return true;
    }

    public override TResult Accept<TResult>(IConditionVisitor<TResult> visitor) => visitor.Word(property, word, word == otherwise);

    private string? WordIn(JsonObject json) => json[property] is JsonString text && known.Contains(text.Value) ? text.Value : null;
}

/// <summary>That some of the properties are written, or none of some others.</summary>
/// <param name="any">One of these; empty for whatever is written.</param>
internal sealed class PresenceCondition(string[] any, string[] none) : Condition
{
    public override bool Holds(JsonObject json) =>
        (any.Length == 0 || any.Any(name => json[name] is not null)) && none.All(name => json[name] is null);

    public override TResult Accept<TResult>(IConditionVisitor<TResult> visitor) => visitor.Presence(any, none);
}
