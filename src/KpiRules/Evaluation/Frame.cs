// What the nodes of one evaluation look at: the columns, the row they are at, and the period.
namespace KpiRules.Evaluation;

internal sealed class Frame(Column[] columns, PeriodCalendar calendar)
{
    /// <summary>The columns of all facts and cells, by slot.</summary>
    public Column[] Columns { get; } = columns;

    public PeriodCalendar Calendar { get; } = calendar;

    public int Row { get; set; }

    /// <summary>Why the value last asked for was not available; only meaningful right after a node has said so.</summary>
    public NotAvailable? Cause { get; set; }

    /// <summary>Leaves a cause and says no, for a node that has no value.</summary>
    public bool Fail(NotAvailable cause)
    {
        Cause = cause;
        return false;
    }
}
