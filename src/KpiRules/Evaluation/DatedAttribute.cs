// Takes an attribute that counts as of a day, gives its value on any day: the one given last for a stretch that has begun by then.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class DatedAttribute
{
    private readonly FactDefinition _fact;
    private readonly FactTable _own;
    private readonly List<DataIssue> _issues;
    private readonly (int Day, Period Period, FactTable Table)[] _sources;
    private readonly NotAvailable _missing;
    private readonly NotAvailable _unusable;
    private readonly HashSet<(string Subject, Period? Period)> _reported = [];
    private readonly List<(int Day, FactValue Value, NotAvailable? Cause)> _known = [];
    private string? _subject;

    public DatedAttribute(FactDefinition fact, FactHistory history, List<DataIssue> issues)
    {
        (_fact, _own, _issues) = (fact, history.Own, issues);
        (_missing, _unusable) = (new(CauseKind.MissingFact, fact.Name), new(CauseKind.UnusableFact, fact.Name));
        var whole = history.Dataset.Whole;
        // of stretches that begin together the shortest says the most
        _sources = whole.Periods
            .Where(period => history.Calendar.HasBegun(period) && whole.TableOf(period).Mentions(fact.Name))
            .Select(period => (Day: period.FirstDayNumber(history.FiscalYearStart), Period: period, Table: whole.TableOf(period)))
            .OrderByDescending(source => source.Day).ThenBy(source => source.Period.Kind).ToArray();
    }

    /// <summary>The value, or why there is none.</summary>
    public NotAvailable? TryFind(string subject, int day, out FactValue value)
    {
        if (_subject != subject)
            Gather(subject);
        foreach (var known in _known)
        {
            if (known.Day > day)
                continue;
            value = known.Value;
            return known.Cause;
        }

        value = _fact.Default;
        return value.Kind is null ? _missing : null;
    }

    /// <summary>All that is known of one subject, the latest first.</summary>
    private void Gather(string subject)
    {
        _subject = subject;
        _known.Clear();
        foreach (var source in _sources)
            Add(source.Day, source.Table, source.Period);
        Add(int.MinValue, _own, null);

        void Add(int day, FactTable table, Period? period)
        {
            var row = table.RowOf(subject);
            var given = table.ValueOf(row, _fact);
            if (given.Kind == _fact.Kind)
                _known.Add((day, given, NotAmongValues(table.OriginOf(row), subject, period, given)));
            else if (given.Kind is not null || table.IsUnusable(subject, _fact.Name))
                _known.Add((day, default, _unusable));
            if (given.Kind is not null && given.Kind != _fact.Kind && _reported.Add((subject, period)))
                _issues.Add(DataIssues.WrongKind(subject, period, _fact, given));
        }
    }

    private NotAvailable? NotAmongValues(RowOrigin origin, string subject, Period? period, FactValue given)
    {
        var wrong = FactCheck.NotAmongValues(_fact, given);
        if (wrong is not null && _reported.Add((subject, period)))
            _issues.Add(DataIssues.NotAmongValues(origin, subject, period, _fact, wrong.Text));
        return wrong;
    }
}
