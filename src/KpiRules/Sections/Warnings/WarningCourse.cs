// How a warning went over the periods it looks at, by Kleene's logic: firing, not firing, or not known.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Warnings;

/// <remarks>
/// It is firing where a condition held <c>for</c> so many periods in a row; or where it was firing the period before and has
/// not ended: what holds still does not end, whatever <c>until</c> says. Before the subject's first facts nothing held.
/// </remarks>
/// <param name="levels">The level of each period, the latest first.</param>
/// <param name="untils">Whether it ends; empty where it does as soon as no condition holds.</param>
/// <param name="hasBegun">Whether the subject's history had begun, of each period but the current one.</param>
/// <param name="lags">How far back each period is.</param>
internal sealed class WarningCourse(Node<decimal>[] levels, Node<bool>[] untils, Node<bool>[] hasBegun, int held, Lag[] lags)
{
    private readonly int _reach = levels.Length - held;

    public Verdict IsFiring(Frame frame, int back)
    {
        if (back > _reach)
            return Verdict.No;
        var begins = HasHeld(frame, back);
        if (begins.Holds == true)
            return begins;
        var ends = HasEnded(frame, back);
        return ends.Holds == true ? begins : begins.Or(IsFiring(frame, back + 1).And(ends.Not()));
    }

    public decimal LastLevel(Frame frame)
    {
        for (var back = 0; back <= _reach; back++)
        {
            if (Level(frame, back, out var level) && level > 0)
                return level;
        }

        return 0;
    }

    /// <summary>Notes the level of every period that is looked at; of none before the subject's first.</summary>
    public void Tell(Frame frame)
    {
        for (var back = 0; back < levels.Length && frame.Trace is { } trace; back++)
        {
            if (lags[back].From(frame.Calendar.Period) is { } period && (back == 0 || HasBegun(frame, back)))
                trace.Add(StepKind.Level, period.ToString(), null, Level(frame, back, out var level) ? level : null);
        }
    }

    private Verdict HasHeld(Frame frame, int back)
    {
        var all = Verdict.Yes;
        for (var i = 0; i < held && all.Holds != false; i++)
            all = all.And(IsActive(frame, back + i));
        return all;
    }

    private Verdict HasEnded(Frame frame, int back)
    {
        var isOver = IsActive(frame, back).Not();
        if (untils.Length == 0 || isOver.Holds == false)
            return isOver;
        return isOver.And(untils[back].TryEvaluate(frame, out var ends) ? new Verdict(ends, null) : new Verdict(null, frame.Cause));
    }

    private Verdict IsActive(Frame frame, int back) =>
        Level(frame, back, out var level) ? new Verdict(level > 0, null) : new Verdict(null, frame.Cause);

    private bool Level(Frame frame, int back, out decimal level)
    {
        level = 0;
        return (back > 0 && !HasBegun(frame, back)) || levels[back].TryEvaluate(frame, out level);
    }

    private bool HasBegun(Frame frame, int back) => hasBegun[back - 1].TryEvaluate(frame, out var begun) && begun;
}

/// <summary>Yes, no, or not known and why.</summary>
internal readonly record struct Verdict(bool? Holds, NotAvailable? Cause)
{
    public static Verdict Yes { get; } = new(true, null);

    public static Verdict No { get; } = new(false, null);

    public Verdict Not() => this with { Holds = !Holds };

    public Verdict And(Verdict other) =>
        Holds == false || other.Holds == true ? this : other.Holds == false || Holds == true ? other : this;

    public Verdict Or(Verdict other) => Holds == true || other.Holds == false ? this : other.Holds == true || Holds == false ? other : this;
}
