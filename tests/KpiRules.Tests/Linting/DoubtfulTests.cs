// Doubtful/KPI….json: mistakes that somebody makes in a good ruleset, what a careful colleague would say of each, and what each pays.
// Written before the rules of `lint`, without knowing them. An entry:
//   what     the mistake, in the author's language
//   base     the good ruleset, an example or an acceptance case, from the root of the checkout
//   set      path → the JSON value that is put there; null takes away what is there; what is not there yet is added
//   finding  the one code a colleague would name, at: the path of the value he would point at
//   pays     a result before and after, of a subject and a period where there are several, on the facts of a test of the base or,
//            where the entry has them, on its own `facts` (written as a test of a ruleset is)
//   open     that no rule finds it yet, and why
//   why      instead of pays, where the mistake alone changes no result: what harm it does
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using FluentAssertions;
using KpiRules.Diagnostics;
using Xunit;

namespace KpiRules.Tests.Linting;

/// <summary>Every mistake of the corpus can be made: the tool takes it without an error, and pays what the corpus says.</summary>
public sealed class DoubtfulTests
{
    /// <summary>Read once: a theory asks for one entry at a time.</summary>
    private static readonly Lazy<Dictionary<string, DoubtfulRuleset>> ByName =
        new(() => DoubtfulRuleset.All().ToDictionary(entry => entry.Name));

    /// <summary>What the corpus proposes to find beyond the rules there are.</summary>
    public static TheoryData<string> Entries => new(ByName.Value.Keys);

    public static TheoryData<string> Bases => new(ByName.Value.Values.Select(entry => entry.Base).Distinct());

    [Theory]
    [MemberData(nameof(Entries))]
    public void EveryEntry_IsTakenWithoutAnError_AndPaysWhatItSays(string name)
    {
        var entry = ByName.Value[name];
        DoubtfulRuleset.Read(entry.Mistaken).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        if (!entry.HasFigure)
            return;
        entry.Differences(entry.Unchanged, "before").Should().BeEmpty();
        entry.Differences(entry.Mistaken, "after").Should().BeEmpty();
    }

    public static TheoryData<string> Found => new(ByName.Value.Values.Where(entry => !entry.IsOpen).Select(entry => entry.Name));

    public static TheoryData<string> Open => new(ByName.Value.Values.Where(entry => entry.IsOpen).Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Found))]
    public void EveryEntry_YieldsExactlyItsFinding(string name)
    {
        var entry = ByName.Value[name];
        New(entry).Should().Equal($"{entry.Code} {entry.At}");
    }

    /// <summary>Whoever makes one of them found takes its mark away.</summary>
    [Theory]
    [MemberData(nameof(Open))]
    public void AnOpenEntry_IsNotFoundYet(string name)
    {
        var entry = ByName.Value[name];
        New(entry).Should().NotEqual([$"{entry.Code} {entry.At}"]);
    }

    /// <summary>What the base does not have already: a few of the acceptance cases are doubtful on purpose.</summary>
    private static IEnumerable<string> New(DoubtfulRuleset entry) => Findings(entry.Mistaken).Except(Findings(entry.Unchanged));

    /// <summary>Code and place of each; a test of the ruleset that no longer fits it is another matter.</summary>
    private static IEnumerable<string> Findings(JsonObject ruleset)
    {
        var read = DoubtfulRuleset.Read(ruleset);
        return read.Findings.Concat(read.Diagnostics).Where(found => !found.Path.StartsWith("tests[", StringComparison.Ordinal))
            .Select(found => $"{found.Code} {found.Path}").Distinct();
    }

    [Fact]
    public void TheCorpus_IsLarge_AndSaysOfEachMistakeWhatItCosts()
    {
        var entries = ByName.Value.Values;
        entries.Should().HaveCountGreaterThanOrEqualTo(200);
        entries.Count(entry => !entry.IsOpen).Should().BeGreaterThanOrEqualTo(200);
        entries.Count(entry => entry.HasFigure).Should().BeGreaterThanOrEqualTo(150);
        entries.Where(entry => entry.HasFigure == entry.Why is not null).Should().BeEmpty("a figure, or else why");
        entries.Where(entry => entry.HasFigure && !entry.ChangesFigure).Should().BeEmpty("a mistake with a figure changes it");
        entries.Where(entry => !entry.Name.StartsWith(entry.Code, StringComparison.Ordinal)).Should().BeEmpty("a file holds one code");
    }
}
