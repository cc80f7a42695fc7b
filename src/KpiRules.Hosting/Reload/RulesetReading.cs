// Takes a ruleset as its origin lists it, gives the policy or what is wrong; the reading before, where nothing changed.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Sources;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Hosting.Reload;

internal sealed class RulesetReading
{
    /// <summary>Any one of them makes JSON a ruleset, good or bad.</summary>
    private static readonly string[] Marks = ["id", "version", "extends", "measures", "kpis", "incentives"];

    private readonly string? _text;

    private RulesetReading(string text, IReadOnlyList<BaseUse> bases, Policy? policy, PolicyReadResult read, bool isOther)
    {
        (_text, Bases, Policy, Diagnostics, IsOther) = (text, bases, policy, read.Diagnostics, isOther);
        (OmittedDiagnostics, Language) = (read.OmittedDiagnostics, read.Language);
    }

    private RulesetReading(IReadOnlyList<Diagnostic> faults) => (Bases, Diagnostics, Language) = ([], faults, "en");

    /// <summary>Null when it cannot be used.</summary>
    public Policy? Policy { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public int OmittedDiagnostics { get; }

    public string Language { get; }

    /// <summary>It is no ruleset at all.</summary>
    public bool IsOther { get; }

    /// <summary>The bases it asked for, found or not.</summary>
    public IReadOnlyList<BaseUse> Bases { get; }

    /// <summary>Of a source that cannot be read.</summary>
    public static RulesetReading Failure(Diagnostic fault) => new([fault]);

    /// <param name="engine">What works the policy out; null for KpiRules' own evaluator.</param>
    public static RulesetReading Of(ListedRuleset listed, RulesetReading? before, EvaluationEngine? engine)
    {
        if (listed.Text is null)
            return new RulesetReading(listed.Faults);
        return before is not null && before.IsStillTrueOf(listed) ? before : Read(listed, listed.Text, engine);
    }

    private static RulesetReading Read(ListedRuleset listed, SourceText text, EvaluationEngine? engine)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var fault in listed.Faults)
            diagnostics.Add(fault);
        var bases = new NotedBases(listed.Bases(diagnostics));
        var read = PolicyReader.Read(text, bases, diagnostics);
        var isOther = read.Policy is null && listed.MayBeOther && listed.Faults.Count == 0 && IsOtherJson(text);
        var policy = read.Policy;
        try
        {
            if (engine is not null)
                policy = policy?.RunBy(engine);
        }
        catch (NotSupportedException refused)
        {
            diagnostics.Add(CatalogueFaults.NotPrepared(listed.Name, refused.Message));
            var sorted = diagnostics.Sorted();
            (policy, read) = (null, new PolicyReadResult(null, sorted, diagnostics.Count - sorted.Count, read.Language, read.Bases));
        }

        return new RulesetReading(text.Text, bases.Used, policy, read, isOther);
    }

    private bool IsStillTrueOf(ListedRuleset listed)
    {
        if (_text is null || _text != listed.Text!.Text || listed.Faults.Count > 0)
            return false;
        var bases = listed.Bases(new DiagnosticBag());
        return Bases.All(used => bases.Find(used.Id) is var found && found?.Text == used.Text && found?.Name == used.Name);
    }

    private static bool IsOtherJson(SourceText text) => 
        JsonReader.Read(text, new DiagnosticBag()) is { } json
        && !(json is JsonObject root && root.Members.Any(member => Marks.Contains(member.Name.Value)));

    /// <summary>Passes questions on, and notes them with their answers.</summary>
    private sealed class NotedBases(IRulesetSource source) : IRulesetSource
    {
        public List<BaseUse> Used { get; } = [];

        public RulesetText? Find(string id)
        {
            var found = source.Find(id);
            Used.Add(new BaseUse(id, found?.Name, found?.Text));
            return found;
        }
    }
}

/// <param name="Name">Where it was found; null for nowhere.</param>
internal sealed record BaseUse(string Id, string? Name, string? Text);
