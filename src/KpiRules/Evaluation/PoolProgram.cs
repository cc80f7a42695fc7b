// Divides the amounts of pools among their members by largest remainder, so that the parts add up to the last cent.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <summary>
/// The method of largest remainders (Hamilton): whole units first, what is left to the largest remainders, ties by subject id.
/// </summary>
internal sealed class PoolProgram(Cell cell, int slot, PoolColumns columns) : AcrossProgram(cell, slot, columns.Key, columns.Presence)
{
    private readonly NotAvailable _nothingToShareBy = new(CauseKind.NothingToShareBy, columns.Line);
    private readonly NotAvailable _overflow = new(CauseKind.Overflow, columns.Line);

    public override void Run(Frame frame, int rows)
    {
        var column = (Column<decimal>)frame.Columns[Slot];
        var pools = new Dictionary<FactValue, Pool>();
        for (var row = 0; row < rows; row++)
        {
            if (GroupOf(frame, row) is not { } key)
            {
                column.SetCause(row, CauseOfNone(frame, row), rows);
                continue;
            }

            if (!pools.TryGetValue(key, out var pool))
                pools.Add(key, pool = new Pool());
            Join(frame, row, pool);
        }

        frame.Notes.Keep(Slot, row => GroupOf(frame, row) is { } key && pools[key] is { Amount: { } amount } pool
            ? [new TraceStep(StepKind.Pool, "", [amount, pool.Members.Count, pool.Sharing.Count, pool.Weights], null)]
            : []);
        foreach (var pool in pools.Values)
            Divide(frame, pool, column, rows);
    }

    /// <summary>Makes the subject a member if the line applies to it; whatever of it is not known holds the whole pool.</summary>
    private void Join(Frame frame, int row, Pool pool)
    {
        if (columns.Applies is { } applies)
        {
            var column = (Column<bool>)frame.Columns[applies.Slot];
            if (!column.IsAvailable(row))
                pool.Hold(frame.Subjects[row], applies.Missing(CauseKind.MembershipUnknown, frame, row));
            else if (!column[row])
            {
                pool.Others.Add(row);
                return;
            }
        }

        pool.Members.Add(row);
        var amount = (Column<decimal>)frame.Columns[columns.Amount.Slot];
        if (!amount.IsAvailable(row))
            pool.Hold(frame.Subjects[row], columns.Amount.Missing(CauseKind.OfMember, frame, row));
        else if (pool.Amount is { } known && known != amount[row])
            pool.Hold(
                frame.Subjects[row], new NotAvailable(CauseKind.PoolAmountsDiffer, columns.Line, frame.Subjects[row]), isDispute: true);
        else
            pool.Amount = amount[row];
        if (columns.When is { } when)
        {
            var column = (Column<bool>)frame.Columns[when.Slot];
            if (!column.IsAvailable(row))
                pool.Hold(frame.Subjects[row], when.Missing(CauseKind.OfMember, frame, row));
            if (!column[row])
                return;
        }

        pool.Sharing.Add(row);
        if (columns.Share is not { } share)
            return;
        var shares = (Column<decimal>)frame.Columns[share.Slot];
        if (!shares.IsAvailable(row))
            pool.Hold(frame.Subjects[row], share.Missing(CauseKind.OfMember, frame, row));
        else if (shares[row] < 0)
            pool.Hold(frame.Subjects[row], new NotAvailable(CauseKind.NegativeShare, columns.Line, frame.Subjects[row]));
    }

    private void Divide(Frame frame, Pool pool, Column<decimal> column, int rows)
    {
        foreach (var row in pool.Members.Concat(pool.Others))
            column[row] = 0;
        var held = pool.Cause;
        if (held is null && pool.Sharing.Count > 0)
        {
            try
            {
                held = TryDivide(frame, pool, column) ? null : _nothingToShareBy;
            }
            catch (OverflowException)
            {
                held = _overflow;
            }
        }

        if (held is null)
            return;
        foreach (var row in pool.Members)
            column.SetCause(row, held, rows);
    }

    private bool TryDivide(Frame frame, Pool pool, Column<decimal> column)
    {
        var weights =
            pool.Sharing.Select(row => columns.Share is { } share ? ((Column<decimal>)frame.Columns[share.Slot])[row] : 1).ToArray();
        pool.Weights = columns.Share is null ? null : weights.Sum();
        if (weights.Sum() <= 0)
            return false;
        var total = ExactMath.Round(pool.Amount!.Value, columns.Rounding.Decimals, columns.Rounding.Rounding);
        var parts = Apportionment.Divide(total, weights, new decimal(1, 0, 0, false, (byte)columns.Rounding.Decimals));
        for (var i = 0; i < parts.Length; i++)
            column[pool.Sharing[i]] = parts[i];
        return true;
    }

    private sealed class Pool
    {
        private bool _isDisputed;
        private string? _blamed;

        /// <summary>Who the line applies to; those evaluated come in the order of their ids.</summary>
        public List<int> Members { get; } = [];

        public List<int> Sharing { get; } = [];

        public List<int> Others { get; } = [];

        public decimal? Amount { get; set; }

        /// <summary>The sum of the shares; null where they are equal.</summary>
        public decimal? Weights { get; set; }

        public NotAvailable? Cause { get; private set; }

        public void Hold(string subject, NotAvailable cause, bool isDispute = false)
        {
            // that amounts differ says less than that one is not there
            if (_blamed is not null && (isDispute || !_isDisputed))
                return;
            (_blamed, Cause, _isDisputed) = (subject, cause, isDispute);
        }
    }
}
