using System.Linq;
using FluentAssertions;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>Which policies may be in use together; what is in use comes first.</summary>
public sealed class AdmissionTests
{
    private static readonly Policy Of2026 = Read("2026", Texts.In(2026));
    private static readonly Policy Of2027 = Read("2027", Texts.In(2027));
    private static readonly Policy From2026 = Read("open", Texts.From(2026));

    [Fact]
    public void TwoNewOnes_TheLaterIsRefused() => Refused(New("b", Of2027), New("a", From2026)).Should().Equal("b KPI5060");

    [Fact]
    public void ANewOne_GivesWayToWhatIsInUse() => Refused(New("a", From2026), InUse("b", Of2027)).Should().Equal("a KPI5060");

    [Fact]
    public void ARefusedOne_IsWhatItWasAgain_AndOthersGiveWayToThat() =>
        Refused(
            InUse("b", Of2027),
            New("a", From2026, standIn: Of2026),
            New("c", Read("half", """{ "from": "2026-07-01", "to": "2026-12-31" }""")))
            .Should().Equal("a KPI5060", "c KPI5060");

    [Fact]
    public void OneWhoseFileIsGone_GivesWayToAllOthers() =>
        Refused(new Candidate<string>("old", "old", From2026, CandidateRank.Leaving), New("new", Of2026)).Should().Equal("old KPI5060");

    [Fact]
    public void DaysSideBySide_AreNoConflict() =>
        Refused(New("a", Of2026), New("b", Of2027), InUse("c", Policy.Read(Texts.Ruleset("other", "2026")).Policy!)).Should().BeEmpty();

    [Fact]
    public void TheSameVersionTwice_IsRefusedWhateverItsDays() =>
        Refused(InUse("a", Of2026), New("b", Read("2026", Texts.In(2030)))).Should().Equal("b KPI5061");

    private static Candidate<string> New(string name, Policy policy, Policy? standIn = null) =>
        new(name, name, policy, CandidateRank.New, standIn);

    private static Candidate<string> InUse(string name, Policy policy) => new(name, name, policy, CandidateRank.InUse);

    private static string[] Refused(params Candidate<string>[] candidates) =>
        Admission.Refused(candidates).Select(refused => $"{refused.Key} {refused.Value.Code}").Order().ToArray();

    private static Policy Read(string version, string effective) =>
        Policy.Read(Texts.Ruleset("acme", version, effective: effective)).Policy!;
}
