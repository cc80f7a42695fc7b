// Takes a line of pay, gives what becomes of what it earned: due now, still deferred, forfeited, and of which months.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Statements;

internal static class ReleaseRows
{
    /// <summary>A row for each part, and before it what it is; nothing of a line without a release.</summary>
    public static IEnumerable<(string Name, decimal? Amount, string Note)> Of(IncentiveLine line, string language)
    {
        if (line.Incentive.Release.Count == 0)
            yield break;
        foreach (var part in line.Parts.OrderBy(part => part.Fate))
            yield return ("  " + part.Fate.In(language), part.Amount, Note(part, language));
        if (line.Part("due")?.Cause is { } cause && line.Parts.All(part => part.Cause is null))
            yield return ("  " + PartFate.Due.In(language), null, cause.Explain(language));
    }

    /// <summary>When it was earned, until when it waits for what, or why nothing is known of it.</summary>
    private static string Note(ReleasedPart part, string language)
    {
        var of = part.Number is not { } number ? part.Earned?.ToString() ?? ""
            : Messages.Format(language, "release.partOf", $"{part.Earned}", number);
        var why = part.Fate switch
        {
            PartFate.Deferred => When(part, language),
            PartFate.Forfeited => Messages.Format(language, "release.forfeited", $"{part.Until}", Whole(part.Condition ?? "")),
            PartFate.Due or PartFate.NotKnown => "",
        };
        var notes = new[] { of, why, part.Cause?.Explain(language) ?? "" }.Where(words => words.Length > 0);
        return string.Join(Messages.Format(language, "release.and"), notes);
    }

    /// <summary>A statement says the whole of it, however long.</summary>
    private static Func<string, string> Whole(string words) => _ => words;

    private static string When(ReleasedPart part, string language)
    {
        var period = part.Due == part.Until ? $"{part.Due}" : Messages.Format(language, "release.range", $"{part.Due}", $"{part.Until}");
        return part.Condition is { } condition
            ? Messages.Format(language, "release.dueIf", period, Whole(condition))
            : Messages.Format(language, "release.due", period);
    }
}
