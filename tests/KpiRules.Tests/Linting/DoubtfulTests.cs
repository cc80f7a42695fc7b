// Doubtful/KPI….json: mistakes that somebody makes in a good ruleset, what a careful colleague would say of each, and what each pays.
// Written before the rules of `lint`, without knowing them. An entry:
//   what     the mistake, in the author's language
//   base     the good ruleset, an example or an acceptance case, from the root of the checkout
//   set      path → the JSON value that is put there; null takes away what is there; what is not there yet is added
//   finding  the one code a colleague would name, at: the path of the value he would point at
//   pays     a result before and after, of a subject and a period where there are several, on the facts of a test of the base or,
//            where the entry has them, on its own `facts` (written as a test of a ruleset is)
//   why      instead of pays, where the mistake alone changes no result: what harm it does
using System;
using System.Collections.Generic;
using System.Linq;
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

    [Theory]
    [MemberData(nameof(Bases))]
    public void EveryBase_IsFreeOfDiagnostics(string path) =>
        DoubtfulRuleset.Read(ByName.Value.Values.First(entry => entry.Base == path).Unchanged).Diagnostics.Should().BeEmpty();

    [Fact]
    public void TheCorpus_IsLarge_AndSaysOfEachMistakeWhatItCosts()
    {
        var entries = ByName.Value.Values;
        entries.Should().HaveCountGreaterThanOrEqualTo(200);
        entries.Count(entry => entry.HasFigure).Should().BeGreaterThanOrEqualTo(150);
        entries.Where(entry => entry.HasFigure == entry.Why is not null).Should().BeEmpty("a figure, or else why");
        entries.Where(entry => entry.HasFigure && !entry.ChangesFigure).Should().BeEmpty("a mistake with a figure changes it");
        entries.Where(entry => !entry.Name.StartsWith(entry.Code, StringComparison.Ordinal)).Should().BeEmpty("a file holds one code");
    }
}
