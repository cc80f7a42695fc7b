// Takes the last state and today's results, gives what is new, continues, escalates or is resolved, and the next state.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.FollowingUp;

/// <summary>
/// The warnings of one ruleset as somebody follows them up. It stores nothing: the host keeps what it is given and hands it in
/// the next time. The same results handed in again change nothing, nor do those of an earlier period. It knows of the periods
/// that were handed in: what ended and began anew between two of them continues. Immutable; safe to share between threads.
/// </summary>
public sealed class WarningFollowUp
{
    private const int MostNamed = 10;

    private readonly Dictionary<(string Subject, string Warning), WarningCase> _cases;

    /// <summary>A state as it was kept.</summary>
    /// <param name="rulesetId">The id of the ruleset whose warnings are followed up.</param>
    /// <param name="period">The period of the results last handed in; null for none yet.</param>
    /// <param name="cases">The cases, open and resolved.</param>
    /// <exception cref="ArgumentException">Two cases are about the same warning and subject, or the id is null or empty.</exception>
    public WarningFollowUp(string rulesetId, Period? period = null, IEnumerable<WarningCase>? cases = null)
    {
        if (string.IsNullOrEmpty(rulesetId))
            throw new ArgumentException("A follow-up needs the id of its ruleset.", nameof(rulesetId));
        (RulesetId, Period) = (rulesetId, period);
        _cases = (cases ?? []).ToDictionary(one => (one.Subject, one.Warning));
        Cases = _cases.Values.OrderBy(one => one.Subject, StringComparer.Ordinal)
            .ThenBy(one => one.Warning, StringComparer.Ordinal).ToList().AsReadOnly();
    }

    /// <summary>The id of the ruleset whose warnings are followed up.</summary>
    public string RulesetId { get; }

    /// <summary>The period of the results last handed in; null for none yet.</summary>
    public Period? Period { get; }

    /// <summary>The cases, open and resolved, by subject and warning in ordinal order.</summary>
    public IReadOnlyList<WarningCase> Cases { get; }

    /// <summary>Takes today's results.</summary>
    /// <param name="today">The results of a period, of the same ruleset and of periods as long as before; those of an earlier
    /// period than the last change nothing.</param>
    /// <exception cref="ArgumentException">The results are of another ruleset, or of longer or shorter periods.</exception>
    public WarningChanges Update(PeriodEvaluation today)
    {
        Check(today ?? throw new ArgumentNullException(nameof(today)));
        var changes = Enum.GetValues<WarningChangeKind>().ToDictionary(kind => kind, _ => new List<WarningChange>());
        var cases = new Dictionary<(string Subject, string Warning), WarningCase>(_cases);
        var isOutdated = Period is { } last && today.Period.CompareTo(last) < 0;
        if (!isOutdated)
        {
            foreach (var (subject, result) in today.Subjects.SelectMany(
                subject => today[subject].Warnings.Select(result => (subject, result))))
                Follow(result, cases.TryGetValue((subject, result.Name), out var known) ? known : null);
            var warnings = new HashSet<string>(today.Warnings.Select(warning => warning.Name));
            foreach (var untold in cases.Values.Where(
                one => one.IsOpen && !(warnings.Contains(one.Warning) && today.TryGet(one.Subject, out _))).ToList())
                changes[WarningChangeKind.Unknown].Add(new WarningChange(untold, null));
        }

        var isSame = Period is { } before
            && before.CompareTo(today.Period) >= 0
            && cases.All(entry => _cases.TryGetValue(entry.Key, out var old) && entry.Value.Equals(old));
        var next = isSame ? this : new WarningFollowUp(RulesetId, today.Period, cases.Values);
        return new WarningChanges(
            next, isOutdated, changes.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<WarningChange>)entry.Value.AsReadOnly()));

        void Follow(WarningResult result, WarningCase? known)
        {
            if (Change(result, known) is not (var kind, { } changed))
                return;
            cases[(changed.Subject, changed.Warning)] = changed;
            changes[kind].Add(new WarningChange(changed, result));
        }
    }

    /// <summary>Notes that somebody has seen an open case, and what was done about it. The same note again changes nothing.</summary>
    /// <param name="subject">The subject's id.</param>
    /// <param name="warning">The warning's id.</param>
    /// <param name="who">Who it was.</param>
    /// <param name="when">When it was.</param>
    /// <param name="what">What was done.</param>
    /// <exception cref="KeyNotFoundException">There is no such open case; the message says which there are.</exception>
    /// <exception cref="ArgumentException">It is not said who it was.</exception>
    public WarningFollowUp Acknowledge(string subject, string warning, string who, DateTimeOffset when, string what) =>
        Note(subject, warning, who, when, what, closes: false);

    /// <summary>
    /// Closes an open case by hand, with a note: of a subject who has left, or a warning that the policy has no more. It opens
    /// again if it fires again.
    /// </summary>
    /// <param name="subject">The subject's id.</param>
    /// <param name="warning">The warning's id.</param>
    /// <param name="who">Who it was.</param>
    /// <param name="when">When it was.</param>
    /// <param name="why">Why it is closed.</param>
    /// <exception cref="KeyNotFoundException">There is no such open case; the message says which there are.</exception>
    /// <exception cref="ArgumentException">It is not said who it was.</exception>
    public WarningFollowUp Close(string subject, string warning, string who, DateTimeOffset when, string why) =>
        Note(subject, warning, who, when, why, closes: true);

    /// <summary>The state as JSON, to keep wherever the host likes.</summary>
    public string ToJson() => WarningFollowUpJson.Write(this);

    /// <summary>A state from what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text; the message says why.</exception>
    public static WarningFollowUp FromJson(string json) => WarningFollowUpJson.Read(json ?? throw new ArgumentNullException(nameof(json)));

    private WarningFollowUp Note(string subject, string warning, string who, DateTimeOffset when, string what, bool closes)
    {
        if (string.IsNullOrWhiteSpace(who))
            throw new ArgumentException("A note needs somebody who made it.", nameof(who));
        if (!_cases.TryGetValue((subject, warning), out var found) || !found.IsOpen)
            throw new KeyNotFoundException($"There is no open case '{subject} {warning}'; there are: {OpenCases()}.");
        var note = new WarningAcknowledgement(who, when, what, found.Severity, found.Times);
        if (found.Acknowledgements.Contains(note) && !closes)
            return this;
        var noted = found with { IsOpen = !closes, Acknowledgements = [.. found.Acknowledgements, note] };
        return new WarningFollowUp(RulesetId, Period, Cases.Select(one => ReferenceEquals(one, found) ? noted : one));
    }

    private string OpenCases()
    {
        var open = Cases.Where(one => one.IsOpen).Select(one => $"{one.Subject} {one.Warning}").ToList();
        return open.Count == 0
            ? "none"
            : string.Join(", ", open.Take(MostNamed)) + (open.Count > MostNamed ? $" and {open.Count - MostNamed} more" : "");
    }

    private static (WarningChangeKind Kind, WarningCase? Case) Change(WarningResult result, WarningCase? known)
    {
        var isOpen = known is { IsOpen: true };
        switch (result.State)
        {
            case WarningState.NotAvailable:
                return (WarningChangeKind.Unknown, isOpen ? known : null);
            case WarningState.Ok or WarningState.Pending:
                return (WarningChangeKind.Resolved, isOpen ? known! with { IsOpen = false } : null);
            case WarningState.Firing:
                break;
        }

        var (severity, period) = (result.Severity!.Value, result.Period);
        if (!isOpen)
        {
            var opened = known ?? new WarningCase(result.Subject, result.Name) { Times = 0 };
            // a running period that changes its mind twice has one opening all the same
            var times = known?.Last == period ? opened.Times : opened.Times + 1;
            return (WarningChangeKind.New, opened with
            {
                IsOpen = true,
                Severity = severity,
                IsEscalated = result.IsEscalated,
                Since = period.Add(1 - result.Periods),
                Last = period,
                Times = times
            });
        }

        var escalates = severity > known!.Severity || (result.IsEscalated && !known.IsEscalated);
        var now = known with { Severity = severity, IsEscalated = known.IsEscalated || result.IsEscalated, Last = period };
        return (escalates ? WarningChangeKind.Escalating : WarningChangeKind.Continuing, now);
    }

    private void Check(PeriodEvaluation today)
    {
        if (today.RulesetId != RulesetId)
            throw new ArgumentException(
                $"The results are of ruleset '{today.RulesetId}', and warnings of '{RulesetId}' are followed up.", nameof(today));
        if (Period is { } last && (last.Kind != today.Period.Kind || last.IsFiscal != today.Period.IsFiscal))
            throw new ArgumentException($"The results are of {today.Period}, and periods such as {last} are followed up.", nameof(today));
    }
}
