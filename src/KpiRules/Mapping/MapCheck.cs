// Takes the names of a map, gives the facts of a policy that they mean; what does not fit is collected, and told as a whole.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal sealed class MapCheck(Policy policy, string type)
{
    private const int MostShown = 50;

    private readonly List<string> _faults = [];
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public Policy Policy => policy;

    public void Add(string fault) => _faults.Add(fault);

    /// <summary>The facts of a map that the policy has; each of them once.</summary>
    /// <param name="none">How a message begins that one is not there.</param>
    public BoundFact<T>[] Bind<T>(IReadOnlyList<MappedFact<T>> mapped, IReadOnlyList<FactDefinition> known, string none)
    {
        var bound = new List<BoundFact<T>>();
        foreach (var one in mapped)
        {
            if (Find(one, known, none) is not { } fact)
                continue;
            var member = one.Member is null ? "" : one.Member + ": ";
            if (bound.Any(other => other.Fact == fact))
                Add($"{member}'{fact.Name}' is there twice");
            else if (one.Role is { } role && role != fact.Role)
                Add($"{member}'{fact.Name}' is declared as {NameOf(fact.Role)}, not as {NameOf(role)}");
            else if (one.Kind is { } kind && kind != fact.Kind)
                Add($"{member}'{fact.Name}' must be {NameOf(fact.Kind)}, but is {NameOf(kind)}");
            else
                bound.Add(new(fact, one.Get));
        }

        return bound.ToArray();
    }

    /// <summary>The lists of a map that the policy has; each of them once.</summary>
    public BoundList<T>[] Bind<T>(IReadOnlyList<MappedList<T>> mapped)
    {
        var bound = new Dictionary<string, BoundList<T>>();
        foreach (var one in mapped)
        {
            if (Choose(
                one.Name, one.Member, one.IsOptional, policy.Records, records => records.Name,
                "there is no list of records") is not { } list)
                continue;
            if (bound.ContainsKey(list.Name))
                Add($"the records '{list.Name}' are there twice");
            else
                bound.Add(list.Name, one.Bind(this, list));
            if (one.NeedsDate && !_warnings.Contains(NoDate(list.Name)))
                _warnings.Add(NoDate(list.Name));
        }

        return bound.Values.ToArray();
    }

    private string NoDate(string list) =>
        $"The map of {type} says no date for the records '{list}', and the ruleset '{policy.Id}' is by "
        + $"'{EnumText<PeriodKind>.Of(policy.Period)}': "
        + "every record that an item brings counts in the item's period, whenever it was. "
        + "Write Date(x => …) or [RecordDate]; or InPeriod(), where all of them are of that period.";

    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count == 0)
            return;
        var facts = policy.Facts.Select(fact => fact.Name).ToList();
        var records = policy.Records.Select(list => $"{list.Name} ({string.Join(", ", list.FieldNames)})").ToList();
        throw new ArgumentException(
            $"The map of {type} does not fit the ruleset '{policy.Id}' {policy.Version}:\n- {string.Join("\n- ", _faults)}\n"
                + $"The ruleset has the facts {Listed(facts)}" + (records.Count == 0 ? "." : $", and the records {Listed(records)}."));
    }

    /// <summary>By the property's name only among its own kind: a target is called otherwise than its KPI.</summary>
    private FactDefinition? Find<T>(MappedFact<T> one, IReadOnlyList<FactDefinition> known, string none) =>
        one is { Name: null, Role: { } role }
            ? Choose(
                null,
                one.Member,
                one.IsOptional,
                known.Where(fact => fact.Role == role).ToList(),
                fact => fact.Name,
                role == FactRole.Field ? none : "there is no " + NameOf(role))
            : Choose(one.Name, one.Member, one.IsOptional, known, fact => fact.Name, none);

    private TFound? Choose<TFound>(
        string? name, string? member, bool isOptional, IReadOnlyList<TFound> known, Func<TFound, string> nameOf, string none)
        where TFound : class
    {
        var found = known.Where(one => name is null ? Folded(nameOf(one)) == Folded(member!) : nameOf(one) == name).ToList();
        if (found.Count == 1)
            return found[0];
        if (found.Count > 1)
            Add($"the property {member} may be {string.Join(" or ", found.Select(one => $"'{nameOf(one)}'"))}: write which");
        else if (!isOptional)
            Add($"{none} {(name is null ? $"called as the property {member} is" : $"'{name}'")}"
                + UnknownName.Close(name ?? member!, known.Select(nameOf)));
        return null;
    }

    /// <summary>A name without case and without all that is no letter and no digit.</summary>
    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Listed(List<string> names) => names.Count == 0 ? "(none)"
        : string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? $" and {names.Count - MostShown} more" : "");

    private static string NameOf(ValueKind kind) => Messages.Format("en", "kind." + kind);

    private static string NameOf(FactRole role) => role switch
    {
        FactRole.Measure => "measure",
        FactRole.Attribute => "attribute",
        FactRole.Target => "target",
        FactRole.Opening => "opening debt",
        FactRole.Field => "field",
        FactRole.TableValue => "table value",
    };
}
