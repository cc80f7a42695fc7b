// Holds every id of a ruleset: each once, whatever section it stands in, and none that formulas could not name.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class IdRegister(DiagnosticBag diagnostics)
{
    private static readonly char[] Forbidden = ['[', ']', '{', '}', '.', ':', '\'', '【', '】', '［', '］'];
    private static readonly string[] Reserved =
        [ResultNames.Scorecard, ResultNames.Payout, "subject", "period", "given", "history", "records"];

    /// <summary>What a name must not have anywhere, in a set of a regular expression; as <see cref="IsWellFormed"/> says.</summary>
    private static readonly string NotInNames =
        string.Concat(Forbidden.Select(c => c is '[' or ']' or '{' or '}' or '.' ? "\\" + c : c.ToString())) + @"\p{Cc}\p{Cf}\p{Zl}\p{Zp}";

    private static readonly string OfName = $@"[^{NotInNames}\s](?:[^{NotInNames}]*[^{NotInNames}\s])?";

    private readonly Dictionary<string, JsonString> _taken = [];
    private readonly List<JsonString> _fields = [];

    /// <summary>What a name looks like, as a regular expression.</summary>
    public static string PatternOfNames { get; } = $"^{OfName}$";

    /// <summary>What an id looks like: a name that is not taken, in whatever case.</summary>
    public static string PatternOfIds { get; } = $"^(?!(?:{string.Join("|", Reserved.Select(InAnyCase))})$){OfName}$";

    /// <summary>False after reporting why this cannot be the name of a field; it has a scope of its own, but repeats no id.</summary>
    public bool CheckField(JsonString field)
    {
        if (!IsWellFormed(field.Value))
            diagnostics.Add(RulesetFaults.BadId(field.Place, field.Value));
        else
            _fields.Add(field);
        return IsWellFormed(field.Value);
    }

    /// <summary>False after reporting why this cannot stand behind the dot of another name.</summary>
    public bool CheckName(JsonString name)
    {
        if (!IsWellFormed(name.Value))
            diagnostics.Add(RulesetFaults.BadId(name.Place, name.Value));
        return IsWellFormed(name.Value);
    }

    /// <summary>Reports fields that repeat an id, once all ids are known.</summary>
    public void CheckFields()
    {
        foreach (var field in _fields)
        {
            if (_taken.TryGetValue(field.Value, out var first))
                diagnostics.Add(RulesetFaults.IdTaken(
                    field.Place, field.Value, first.Place.Path, first.Place.Source.PositionOf(first.Place.Span.Start).Line));
        }
    }

    /// <summary>False after reporting why this cannot be an id.</summary>
    public bool Register(JsonString id)
    {
        if (!IsWellFormed(id.Value))
            diagnostics.Add(RulesetFaults.BadId(id.Place, id.Value));
        else if (Reserved.Contains(id.Value, System.StringComparer.OrdinalIgnoreCase))
            diagnostics.Add(RulesetFaults.ReservedId(id.Place, id.Value));
        else if (_taken.TryGetValue(id.Value, out var first))
            diagnostics.Add(RulesetFaults.IdTaken(
                id.Place, id.Value, first.Place.Path, first.Place.Source.PositionOf(first.Place.Span.Start).Line));
        else
            _taken.Add(id.Value, id);
        return _taken.TryGetValue(id.Value, out var taken) && ReferenceEquals(taken, id);
    }

    /// <summary>A regular expression that finds the word in whatever case.</summary>
    public static string InAnyCase(string word) =>
        string.Concat(word.Select(c => $"[{char.ToLowerInvariant(c)}{char.ToUpperInvariant(c)}]"));

    private static bool IsWellFormed(string id) =>
        id.Trim().Length > 0 && id.Trim() == id && id.IndexOfAny(Forbidden) < 0 && !id.Any(DisplayWidth.IsInvisible);
}
