// Fills a column from what groups of subjects have together: one pass to collect the members, one to hand out the results.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class GroupProgram(Cell cell, int slot, GroupColumns columns) : AcrossProgram(cell, slot, columns.Key, columns.Presence)
{
    private readonly NotAvailable _noMembers = new(CauseKind.NoMembers, cell.Operation.Origin.Text);
    private readonly NotAvailable _notAMember = new(CauseKind.NotAMember, cell.Operation.Origin.Text);
    private readonly NotAvailable _overflow = new(CauseKind.Overflow, cell.Operation.Origin.Text);

    public override void Run(Frame frame, int rows)
    {
        var column = (Column<decimal>)frame.Columns[Slot];
        var groups = new Dictionary<FactValue, Group>();
        var members = new Group?[columns.Function == GroupFunction.Rank ? rows : 0];
        for (var row = 0; row < rows; row++)
        {
            if (GroupOf(frame, row) is not { } key)
                continue;
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new Group(columns.Function, columns.Fraction));
            if (Add(frame, row, group) && columns.Function == GroupFunction.Rank)
                members[row] = group;
        }

        foreach (var group in groups.Values)
            group.Finish(_overflow);
        frame.Notes.Keep(Slot, row => CauseOfKey(frame, row) is null && groups.TryGetValue(KeyOf(frame, row), out var group)
            ? [new TraceStep(StepKind.Members, "", [group.Count], null)]
            : []);
        var source = frame.Columns[columns.Source.Slot];
        for (var row = 0; row < rows; row++)
        {
            var cause = columns.Function == GroupFunction.Rank
                ? PlaceOf(frame, row, members, (Column<decimal>)source, groups, out var value)
                : TogetherOf(frame, row, groups, out value);
            column[row] = value;
            if (cause is not null)
                column.SetCause(row, cause, rows);
        }
    }

    private NotAvailable? TogetherOf(Frame frame, int row, Dictionary<FactValue, Group> groups, out decimal value)
    {
        value = 0;
        if (CauseOfKey(frame, row) is { } cause)
            return cause;
        if (!groups.TryGetValue(KeyOf(frame, row), out var group) || group.IsEmpty)
            return group?.Cause ?? (columns.Function is GroupFunction.Sum or GroupFunction.Count ? null : _noMembers);
        value = group.Value;
        return group.Cause;
    }

    private NotAvailable? PlaceOf(
        Frame frame, int row, Group?[] members, Column<decimal> source, Dictionary<FactValue, Group> groups, out decimal value)
    {
        value = 0;
        if (CauseOfKey(frame, row) is { } cause)
            return cause;
        if (members[row] is { } group)
        {
            value = group.Cause is null ? group.PlaceOf(source[row]) : 0;
            return group.Cause;
        }

        return groups.TryGetValue(KeyOf(frame, row), out var other) && other.Cause is { } unknown ? unknown : _notAMember;
    }

    /// <summary>Adds a member; what is not known of it leaves the group without a result, and the first to blame is named.</summary>
    private bool Add(Frame frame, int row, Group group)
    {
        foreach (var condition in columns.Conditions)
        {
            var holds = (Column<bool>)frame.Columns[condition.Slot];
            if (!holds.IsAvailable(row))
            {
                group.Blame(frame.Subjects[row], condition.Missing(CauseKind.MembershipUnknown, frame, row));
                return false;
            }

            if (!holds[row])
                return false;
        }

        if (columns.Function == GroupFunction.Count)
        {
            group.Add(1);
            return true;
        }

        var source = (Column<decimal>)frame.Columns[columns.Source.Slot];
        if (source.IsAvailable(row))
            group.Add(source[row]);
        else
            group.Blame(frame.Subjects[row], columns.Source.Missing(CauseKind.OfMember, frame, row));
        return true;
    }

    /// <summary>The group a subject looks at.</summary>
    private FactValue KeyOf(Frame frame, int row) => columns.Members switch
    {
        MembersKind.Alike => frame.Columns[columns.Key!.Slot].Read(row),
        MembersKind.Reports => frame.Subjects[row],
        MembersKind.Everyone => default,
    };

    private NotAvailable? CauseOfKey(Frame frame, int row) =>
        columns.Members == MembersKind.Alike ? frame.Columns[columns.Key!.Slot].CauseAt(row) : null;

    private sealed class Group(GroupFunction function, decimal? fraction)
    {
        private readonly List<decimal>? _values = function is GroupFunction.Rank or GroupFunction.Quantile ? [] : null;
        private CombinedValue _combined = new(function switch
        {
            GroupFunction.Average => Combine.Average,
            GroupFunction.Min => Combine.Min,
            GroupFunction.Max => Combine.Max,
            GroupFunction.Sum or GroupFunction.Count or GroupFunction.Rank or GroupFunction.Quantile => Combine.Sum,
        });

        private Dictionary<decimal, int>? _places;
        private bool _isTooLarge;
        private Blame _blame;
        private NotAvailable? _overflow;

        public bool IsEmpty => Count == 0;

        /// <summary>How many members have a value.</summary>
        public int Count { get; private set; }

        public NotAvailable? Cause => _blame.Cause ?? _overflow;

        public decimal Value { get; private set; }

        public void Add(decimal value)
        {
            Count++;
            _values?.Add(value);
            if (_values is not null || _isTooLarge)
                return;
            try
            {
                _combined.Add(value);
            }
            catch (OverflowException)
            {
                _isTooLarge = true;
            }
        }

        public void Blame(string subject, NotAvailable cause) => _blame.On(subject, cause);

        public void Finish(NotAvailable overflow)
        {
            if (function == GroupFunction.Quantile)
                Value = IsEmpty ? 0 : Quantile.Of(_values!.ToArray(), Count, fraction ?? Quantile.Middle);
            else if (_values is not null)
                RankAll(_values);
            else if (_isTooLarge)
                _overflow = overflow;
            else if (!IsEmpty)
                Value = _combined.Value;
        }

        public int PlaceOf(decimal value) => _places![value];

        private void RankAll(List<decimal> values)
        {
            _places = [];
            var place = 0;
            foreach (var value in values.OrderByDescending(value => value))
            {
                place++;
                if (!_places.ContainsKey(value))
                    _places.Add(value, place);
            }
        }
    }
}
