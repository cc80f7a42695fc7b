// What is deferred at the beginning of a period, by line and subject, and the columns of it that operations look at.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class OpeningRows(FactHistory history, Deferrals deferrals)
{
    private readonly Dictionary<string, IReadOnlyList<CarriedPart>[]> _parts = [];

    public Deferrals Deferrals { get; } = deferrals;

    /// <summary>The parts of a subject, the earliest first.</summary>
    public IReadOnlyList<CarriedPart> Of(ReleaseCells release, int row) => PartsOf(release)[row];

    /// <summary>Not available, wherever it is looked at in another period.</summary>
    public static RecordColumns NotKnown(ReleaseCells release, int rows) => new(
        release.Opening.Fields.Select(_ => (Column)new Column<decimal>([], 0)).ToArray(),
        new int[rows + 1],
        [],
        Enumerable.Repeat<NotAvailable?>(new NotAvailable(CauseKind.NotKnownEarlier, release.Line), rows).ToArray());

    public RecordColumns Bind(ReleaseCells release)
    {
        var (parts, period) = (PartsOf(release), history.Calendar.Period);
        var starts = new int[parts.Length + 1];
        for (var row = 0; row < parts.Length; row++)
            starts[row + 1] = starts[row] + parts[row].Count;
        var count = starts[parts.Length];
        var columns = release.Opening.Fields.ToDictionary(field => field.Name, _ => new Column<decimal>(new decimal[count], 0));
        foreach (var (part, record) in parts.SelectMany(row => row).Select((part, record) => (part, record)))
        {
            var cause = part.Cause(release.Line, period);
            var isCounted = part.Fault is null && part.Number is not null;
            Set(Opening.Part, record, isCounted ? part.Number : null, cause);
            Set(Opening.Wait, record, isCounted ? part.Due!.Value.Since(period) : null, cause);
            Set(Opening.Left, record, isCounted ? part.Until!.Value.Since(period) : null, cause);
            Set(Opening.Amount, record, cause is null ? part.Amount : null, cause);
        }

        return new RecordColumns(
            release.Opening.Fields.Select(field => (Column)columns[field.Name]).ToArray(), starts, [(0, period)], null, areNamed: false);

        void Set(string field, int record, decimal? value, NotAvailable? cause)
        {
            columns[field][record] = value ?? 0;
            if (value is null)
                columns[field].SetCause(record, cause!, count);
        }
    }

    /// <summary>Those behind the subjects evaluated have nothing that anybody asks for.</summary>
    private IReadOnlyList<CarriedPart>[] PartsOf(ReleaseCells release)
    {
        if (!_parts.TryGetValue(release.Line, out var parts))
        {
            parts = history.Subjects
                .Select((subject, row) => row < history.Evaluated.Count
                    ? Deferrals.Of(release, subject, history.FirstDayOf(row), history.Calendar)
                    : [])
                .ToArray();
            _parts.Add(release.Line, parts);
        }

        return parts;
    }
}
