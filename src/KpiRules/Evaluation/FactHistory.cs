// The facts of a dataset as one evaluation sees them: its subjects, the periods it reaches back to, and where history begins.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class FactHistory
{
    private readonly Dataset _dataset;
    private readonly IReadOnlyCollection<string>? _deferred;
    private readonly ConcurrentDictionary<Period, PeriodFacts> _periods;
    private readonly Lazy<int[]> _firstDays;
    private readonly Lazy<int> _firstCompleteDay;

    /// <param name="dated">The names of attributes that count as of a record's day; given by day, they make no period.</param>
    /// <param name="plan">How far the plan is that is being made; null for none.</param>
    /// <param name="deferred">Who has a result, be it without facts; null where nobody has one without.</param>
    public FactHistory(
        Dataset dataset, PeriodCalendar calendar, bool withOthers, IReadOnlyList<string>? dated = null, PlanState? plan = null,
        IReadOnlyCollection<string>? deferred = null)
    {
        Plan = plan;
        dataset = dataset.WithoutDated(dated ?? [], calendar.PolicyKind);
        (_dataset, _periods, _deferred) = (dataset, [], deferred);
        Calendar = calendar;
        Kinds = dataset.Periods.Select(period => period.Kind).Distinct().OrderByDescending(kind => kind).ToArray();
        Evaluated = FindSubjects();
        Subjects = withOthers && Evaluated.Count < dataset.Subjects.Count
            ? Evaluated.Concat(dataset.Subjects.Except(Evaluated)).ToList()
            : Evaluated;
        _firstDays = new Lazy<int[]>(FindFirstDays);
        _firstCompleteDay = new Lazy<int>(() => dataset.FirstCompleteDay(calendar.Period.Kind, FiscalYearStart) ?? calendar.FirstDay);
    }

    /// <summary>The same facts as seen from another period, of the same subjects or more.</summary>
    private FactHistory(FactHistory other, Period period, IReadOnlyList<string> subjects)
    {
        (_dataset, Calendar, Kinds, Evaluated, Subjects) = (other._dataset, other.Calendar.At(period), other.Kinds, [], subjects);
        _periods = ReferenceEquals(subjects, other.Subjects) ? other._periods : [];
        _firstDays = new Lazy<int[]>(FindFirstDays);
        _firstCompleteDay = new Lazy<int>(() => _dataset.FirstCompleteDay(period.Kind, FiscalYearStart) ?? Calendar.FirstDay);
    }

    /// <summary>The same with all subjects of the dataset, those it has first.</summary>
    public FactHistory WithOthers() => Subjects.Count == _dataset.Subjects.Count
        ? this
        : new FactHistory(this, Calendar.Period, Subjects.Concat(_dataset.Subjects.Except(Subjects)).ToList());

    /// <summary>
    /// The same as seen from another period; nobody is evaluated in it, and nothing stands in for those who have no facts there.
    /// </summary>
    public FactHistory SeenFrom(Period period) => new(this, period, Subjects);

    public PeriodCalendar Calendar { get; }

    public Dataset Dataset => _dataset;

    /// <summary>How far the plan is that is being made; null for none, and as seen from another period.</summary>
    public PlanState? Plan { get; }

    /// <summary>Who is evaluated: all who have facts in the period, or in a shorter one that has begun and is a part of it.</summary>
    public IReadOnlyList<string> Evaluated { get; }

    /// <summary>Those evaluated, and behind them all others of the dataset where somebody may ask what they did earlier.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>The lengths of the periods that the dataset has, the longest first.</summary>
    public IReadOnlyList<PeriodKind> Kinds { get; }

    public int FiscalYearStart => Calendar.FiscalYearStart;

    /// <summary>The first day from which on the facts are complete.</summary>
    public int FirstCompleteDay => _firstCompleteDay.Value;

    public FactTable Own => _dataset.Own;

    /// <summary>The tables of all periods that were looked at.</summary>
    public IEnumerable<FactTable> Tables => _periods.Values.Select(facts => facts.Table);

    /// <summary>
    /// Whether it is of the period evaluated, where something may stand in for what is not given; for whoever has a result without
    /// facts, nothing does.
    /// </summary>
    public bool IsCurrent(int row) => row < Evaluated.Count && (_deferred is null || At(Calendar.Period).Has(row));

    /// <summary>The first day of a subject's history; later than any day for one without any.</summary>
    public int FirstDayOf(int row) => _firstDays.Value[row];

    public PeriodFacts At(Period period) => _periods.GetOrAdd(period, one => new PeriodFacts(this, one, _dataset.TableOf(one)));

    /// <summary>The cause where periods reach back before the facts are complete; null where they do not.</summary>
    public NotAvailable? IncompleteFor(IReadOnlyList<PeriodFacts> periods) =>
        periods[0].StartDay < FirstCompleteDay
            ? new NotAvailable(CauseKind.Incomplete, periods[0].Period.ToString(), DayNumber.Write(FirstCompleteDay))
            : null;

    /// <summary>The cause where one of the periods, from the subject's first on, has no facts; null where each has.</summary>
    public static NotAvailable? HoleIn(IReadOnlyList<PeriodFacts> periods, int row, int begin)
    {
        foreach (var facts in periods)
        {
            if (facts.EndDay >= begin && !facts.Has(row))
                return facts.NoFacts;
        }

        return null;
    }

    /// <summary>
    /// The tables in which an attribute of a period may stand, the nearest first: its own, then those of its parts and of all
    /// that came before. A longer period that only ends with it is none of these.
    /// </summary>
    public IEnumerable<FactTable> TablesUpTo(Period period)
    {
        var (first, last) = (period.FirstDayNumber(FiscalYearStart), period.AnchorDayNumber(FiscalYearStart));
        var earlier = _dataset.Periods
            .Where(other => other != period
                && Calendar.HasBegun(other)
                && other.AnchorDayNumber(FiscalYearStart) <= (other.Kind > period.Kind ? first - 1 : last))
            .OrderByDescending(other => other.AnchorDayNumber(FiscalYearStart))
            .ThenBy(other => other.Kind);
        return earlier.Prepend(period).Select(_dataset.TableOf).Append(_dataset.Own);
    }

    /// <summary>The facts of the shorter periods of a kind that make a period up; empty where the dataset has none of them.</summary>
    public IReadOnlyList<PeriodFacts> PartsOf(Period period, PeriodKind kind)
    {
        if (kind >= period.Kind)
            return [];
        var parts = period.Parts(kind, FiscalYearStart);
        return parts.Any(part => _dataset.TableOf(part).Subjects.Count > 0) ? parts.Select(At).ToArray() : [];
    }

    /// <summary>The row of every subject in a table, or -1; null where the rows are the same.</summary>
    public int[]? RowsIn(FactTable table) =>
        ReferenceEquals(table.Subjects, Subjects) ? null : Subjects.Select(table.RowOf).ToArray();

    private IReadOnlyList<string> FindSubjects()
    {
        var own = _dataset.SubjectsIn(Calendar.Period);
        var parts = Kinds
            .Where(kind => kind < Calendar.Period.Kind)
            .SelectMany(kind => Calendar.Period.Parts(kind, FiscalYearStart))
            .Where(Calendar.HasBegun)
            .SelectMany(_dataset.SubjectsIn)
            .Concat(_deferred ?? [])
            .ToList();
        return parts.Count == 0 ? own : own.Union(parts).OrderBy(subject => subject, StringComparer.Ordinal).ToList().AsReadOnly();
    }

    private int[] FindFirstDays()
    {
        var days = _dataset.FirstDays(Calendar.Period.Kind, FiscalYearStart);
        return Subjects.Select(subject => days.TryGetValue(subject, out var day) ? day : int.MaxValue).ToArray();
    }
}
