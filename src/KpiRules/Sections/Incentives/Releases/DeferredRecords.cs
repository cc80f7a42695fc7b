// Takes what a subject has deferred of a line, gives it by part.
using System;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Sections.Incentives.Releases;

internal sealed class DeferredRecords
{
    private const int None = -1;

    private readonly RecordColumns _columns;
    private readonly int _row;
    private readonly int _start;
    private readonly int _end;
    private readonly Column<decimal> _amounts;
    private readonly OpeningPlaces _places;

    /// <summary>The first record of each part, and for each record the next one of its part; null where there are no records.</summary>
    private readonly int[]? _first;
    private readonly int[]? _next;

    /// <summary>The first record of which nobody knows of which part it is.</summary>
    private readonly int _unknown = None;

    public DeferredRecords(RecordColumns columns, int row, OpeningPlaces places, int parts)
    {
        (_columns, _row, _places, _amounts) = (columns, row, places, (Column<decimal>)columns.Fields[places.Amount]);
        (_start, _end) = columns.RangeOf(row);
        if (_start == _end)
            return;
        (_first, _next) = (new int[parts + 1], new int[_end - _start]);
        for (var part = 0; part <= parts; part++)
            _first[part] = None;
        var numbers = (Column<decimal>)columns.Fields[places.Part];
        // from the last to the first, so that each list begins with its first
        for (var record = _end - 1; record >= _start; record--)
        {
            if (!numbers.IsAvailable(record))
            {
                _unknown = record;
                continue;
            }

            var part = (int)numbers[record];
            (_next[record - _start], _first[part]) = (_first[part], record);
        }
    }

    /// <summary>Why something of which it was to be decided earlier leaves nothing to say; null where there is none.</summary>
    public NotAvailable? Undecided()
    {
        if (_columns.CauseAt(_row) is { } cause)
            return cause;
        var left = (Column<decimal>)_columns.Fields[_places.Left];
        for (var record = _start; record < _end; record++)
        {
            if (!left.IsAvailable(record))
                return left.CauseAt(record);
            if (left[record] < 0 && !_amounts.IsAvailable(record))
                return _amounts.CauseAt(record);
        }

        return null;
    }

    /// <summary>The amounts of a part's records for which a field is as asked, or why they are not known.</summary>
    public (decimal Sum, NotAvailable? Cause) TrySum(int part, int field, Func<decimal, bool> isAsked)
    {
        if (_columns.CauseAt(_row) is { } cause)
            return (0, cause);
        var (sum, values) = (0m, (Column<decimal>)_columns.Fields[field]);
        for (var record = FirstOf(part); record != None && (_unknown == None || record < _unknown); record = _next![record - _start])
        {
            if (!isAsked(values[record]))
                continue;
            if (!_amounts.IsAvailable(record))
                return (0, _amounts.CauseAt(record));
            sum += _amounts[record];
        }

        return _unknown == None ? (sum, null) : (0, values.CauseAt(_unknown));
    }

    /// <summary>Whether a field of any of a part's records is as asked.</summary>
    public bool Any(int part, int field, Func<decimal, bool> isAsked)
    {
        var values = (Column<decimal>)_columns.Fields[field];
        for (var record = FirstOf(part); record != None; record = _next![record - _start])
        {
            if (isAsked(values[record]))
                return true;
        }

        return false;
    }

    private int FirstOf(int part) => _first is null ? None : _first[part];
}
