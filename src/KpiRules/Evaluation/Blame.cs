// Who is to blame where a whole group has no result: the first by id, whatever the order of rows.
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation;

internal struct Blame
{
    private string? _subject;

    /// <summary>What is not known of the first; of one subject what is said first. Null where nobody is to blame.</summary>
    public NotAvailable? Cause { get; private set; }

    public void On(string subject, NotAvailable cause)
    {
        if (_subject is null || string.CompareOrdinal(subject, _subject) < 0)
            (_subject, Cause) = (subject, cause);
    }
}
