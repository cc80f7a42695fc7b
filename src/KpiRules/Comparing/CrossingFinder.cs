// Takes two lists of evaluations, gives those of whom a line's state, a scorecard's or a rating's grade becomes another.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Sections.Incentives;

namespace KpiRules.Comparing;

internal static class CrossingFinder
{
    /// <summary>By result, then by what it was and is.</summary>
    public static IReadOnlyList<Crossing> Find(IReadOnlyList<PeriodEvaluation> before, IReadOnlyList<PeriodEvaluation> after) =>
        Results(after[0]).Concat(Results(before[0])).GroupBy(one => one.Cell).Select(group => group.First())
            .SelectMany(one => before.Zip(after, (was, now) => Of(was, now, one.Cell)).SelectMany(changes => changes)
                .GroupBy(change => (change.From, change.To))
                .OrderBy(group => group.Key.From, System.StringComparer.Ordinal)
                .ThenBy(group => group.Key.To, System.StringComparer.Ordinal)
                .Select(group => new Crossing(
                    one.Cell, one.Title, group.Key.From, group.Key.To,
                    group.Select(change => (change.Subject, change.Period)).ToList().AsReadOnly())))
            .ToList().AsReadOnly();

    private static IEnumerable<(string Cell, LocalizedText? Title)> Results(PeriodEvaluation evaluation)
    {
        foreach (var line in evaluation.Incentives)
            yield return (LineStateOperation.CellOf(line.Name), line.Title);
        const string Grade = ScorecardResult.Cell + ".grade";
        if (evaluation.Sheet.ProgramOf(Grade) is not null)
            yield return (Grade, null);
        foreach (var rating in evaluation.Ratings)
            yield return (rating.Name, rating.Title);
    }

    private static IEnumerable<(string Subject, Period Period, string? From, string? To)> Of(
        PeriodEvaluation before, PeriodEvaluation after, string cell)
    {
        foreach (var subject in before.Subjects.Union(after.Subjects).OrderBy(subject => subject, System.StringComparer.Ordinal))
        {
            var (from, to) = (TextOf(before, subject, cell), TextOf(after, subject, cell));
            if (from != to)
                yield return (subject, after.Period, from, to);
        }
    }

    private static string? TextOf(PeriodEvaluation evaluation, string subject, string cell) =>
        evaluation.TryGet(subject, out var found) && found.TryGet(cell, out var value) ? value.Text : null;
}
