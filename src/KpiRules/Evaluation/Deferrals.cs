// What lines have deferred at the beginning of a period: given for the first period evaluated, and carried into the next ones.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <summary>Immutable.</summary>
internal sealed class Deferrals
{
    private static readonly IReadOnlyList<CarriedPart> Nothing = [];

    private readonly IReadOnlyList<ReleaseCells> _releases;
    private readonly Dataset _facts;
    private readonly Period _first;
    private readonly Dictionary<(string Line, string Subject), IReadOnlyList<CarriedPart>> _parts;

    /// <summary>The lists that say what was deferred at the beginning of the first period.</summary>
    private readonly HashSet<string> _given;

    /// <param name="facts">Without what makes no period of a subject's, so that its history begins where evaluations see it begin.</param>
    private Deferrals(
        IReadOnlyList<ReleaseCells> releases, Dataset facts, Period first,
        Dictionary<(string Line, string Subject), IReadOnlyList<CarriedPart>> parts, HashSet<string> given) =>
        (_releases, _facts, _first, _parts, _given) = (releases, facts, first, parts, given);

    /// <summary>As given for the first period evaluated; null for a policy, or a period, in which nothing is released.</summary>
    public static Deferrals? Given(SheetProgram sheet, Dataset facts, PeriodCalendar calendar, List<DataIssue> issues)
    {
        if (sheet.Releases.Count == 0 || calendar.Period.Kind != calendar.PolicyKind)
            return null;
        facts = facts.WithoutDated(sheet.Dated, calendar.PolicyKind);
        var (parts, lists) = (new Dictionary<(string Line, string Subject), IReadOnlyList<CarriedPart>>(), new HashSet<string>());
        foreach (var release in sheet.Releases.Where(release => facts.Lists.Contains(release.Given.Name)))
        {
            var periods = facts.PeriodsOf(release.Given.Name).ToList();
            // a list without any records says that nothing is deferred; one that has records, but of other periods, says nothing
            if (periods.Count == 0 || periods.Contains(calendar.Period))
                lists.Add(release.Given.Name);
            else
                issues.Add(DataIssues.OpeningOfOthers(release.Given.Name, calendar.Period, periods));
            foreach (var (subject, given) in new OpeningReader(facts, release, calendar, issues).Read())
                parts.Add((release.Line, subject), given);
        }

        return new Deferrals(sheet.Releases, facts, calendar.Period, parts, lists);
    }

    /// <summary>Who has something deferred, and so a result with facts or without; that nothing is known of somebody makes none.</summary>
    public IReadOnlyCollection<string> Subjects => new HashSet<string>(
        _parts.Where(one => one.Value.Any(part => !part.IsUnknownBefore)).Select(one => one.Key.Subject));

    /// <summary>Reports what is given for a later period than the first: what is carried holds.</summary>
    public void ReportUnused(Period period, List<DataIssue> issues)
    {
        foreach (var list in _releases.Select(release => release.Given.Name))
        {
            if (period != _first && _facts.RecordsOf(list, period).Subjects.Any())
                issues.Add(DataIssues.OpeningOfLater(list, period, _first));
        }
    }

    /// <summary>What is deferred of a subject at the beginning of a period, the earliest first.</summary>
    /// <param name="firstDay">The first day of the subject's history.</param>
    public IReadOnlyList<CarriedPart> Of(ReleaseCells release, string subject, int firstDay, PeriodCalendar calendar)
    {
        var carried = _parts.TryGetValue((release.Line, subject), out var parts) ? parts : Nothing;
        return UnknownBefore(release, firstDay, calendar) is { } unknown ? [unknown, .. carried] : carried;
    }

    /// <summary>The same at the beginning of the period after an evaluation.</summary>
    public Deferrals After(SheetProgram sheet, EvaluatedFrame frame)
    {
        var (next, parts) = (frame.Calendar.Period.Add(1), new Dictionary<(string, string), IReadOnlyList<CarriedPart>>());
        var evaluated = new HashSet<string>(frame.Subjects.Take(frame.EvaluatedRows));
        foreach (var one in _parts.Where(one => !evaluated.Contains(one.Key.Subject)))
            Keep(one.Key, one.Value);
        foreach (var release in _releases)
        {
            for (var row = 0; row < frame.EvaluatedRows; row++)
            {
                Keep((release.Line, frame.Subjects[row]), PartFates.Of(sheet, frame, release, row)
                    .Where(one => one.Fate is PartFate.Deferred or PartFate.NotKnown && !(one.Part.IsUnknownBefore && !IsGiven(release)))
                    .Select(one => one.Part));
            }
        }

        return new Deferrals(_releases, _facts, _first, parts, _given);

        void Keep((string Line, string Subject) key, IEnumerable<CarriedPart> kept)
        {
            var open = kept.Where(part => part.IsOpen(next)).ToList();
            if (open.Count > 0)
                parts.Add(key, open);
        }
    }

    /// <summary>All that is deferred at the beginning of a period, by line, subject, and the period in which it was earned.</summary>
    public IEnumerable<(ReleaseCells Release, string Subject, CarriedPart Part)> All(PeriodCalendar calendar)
    {
        var firstDays = _facts.FirstDays(calendar.PolicyKind, calendar.FiscalYearStart);
        foreach (var release in _releases)
        {
            foreach (var subject in _facts.Subjects)
            {
                var firstDay = firstDays.TryGetValue(subject, out var day) ? day : int.MaxValue;
                foreach (var part in Of(release, subject, firstDay, calendar))
                    yield return (release, subject, part);
            }
        }
    }

    private bool IsGiven(ReleaseCells release) => _given.Contains(release.Given.Name);

    /// <summary>
    /// Without a list: that nothing is known of what was earned before the first period evaluated, as long as it could be due; null where
    /// nothing could.
    /// </summary>
    private CarriedPart? UnknownBefore(ReleaseCells release, int firstDay, PeriodCalendar calendar)
    {
        if (IsGiven(release))
            return null;
        for (var earned = _first.Add(-1); earned.Since(calendar.Period) >= -release.Longest; earned = earned.Add(-1))
        {
            if (earned.AnchorDayNumber(calendar.FiscalYearStart) < firstDay)
                return null;
            if (release.Every is not { } span || calendar.At(earned).IsLastOf(span))
                return new CarriedPart(earned, null, null, earned.Add(release.Longest), null);
        }

        return null;
    }
}
