// Takes what has become of a KPI, a line or a part of one, gives the word for it in a language.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;

namespace KpiRules.Results;

/// <summary>The words by which tables and statements tell statuses and states. Safe to use from several threads.</summary>
public static class ResultWords
{
    /// <summary>A status in a word, such as <c>green</c>.</summary>
    /// <param name="status">The status.</param>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public static string In(this KpiStatus status, string language) => Messages.Format(language, status switch
    {
        KpiStatus.Green => "status.green",
        KpiStatus.Yellow => "status.yellow",
        KpiStatus.Red => "status.red",
    });

    /// <summary>The state of a line in a word or two, such as <c>paid</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public static string In(this LineState state, string language) => Messages.Format(language, state switch
    {
        LineState.None => "state.none",
        LineState.Closed => "state.closed",
        LineState.Held => "state.held",
        LineState.Paid => "state.paid",
    });

    /// <summary>What becomes of a part of a line with a release, in a word or two, such as <c>still deferred</c>.</summary>
    /// <param name="fate">What becomes of it.</param>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public static string In(this PartFate fate, string language) => Messages.Format(language, fate switch
    {
        PartFate.Due => "fate.due",
        PartFate.Deferred => "fate.deferred",
        PartFate.Forfeited => "fate.forfeited",
        PartFate.NotKnown => "fate.notKnown",
    });
}
