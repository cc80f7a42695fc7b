// Lowering of releases: the parts of what is earned, and what becomes of them and of what was deferred earlier.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives.Releases;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal sealed partial class IncentiveLowering
{
    /// <param name="own">The cell that has the state of the line by itself.</param>
    private void LowerRelease(ReleaseDefinition release, string own)
    {
        var formulas = release.Parts.Select(part => part is { Share: JsonString text, IsRest: false }
            ? _sheet.Formula(text, Owner("releaseShare"), ValueKind.Number)
            : null).ToList();
        var shares = new Lazy<decimal[]?>(() => SharesOf(release, formulas));
        var names = formulas.SelectMany(formula => formula?.Names ?? []).Append(_name).Append(own).ToList();
        var cells = release.Parts.Select((part, i) => LowerPart(part, i, shares, names, own)).ToList();
        var (given, opening) = (OpeningFields.Given(_name), OpeningFields.Counted(_name));
        var parts = cells.SelectMany(cell => new[] { cell.Own, cell.When }).OfType<string>().ToList();
        foreach (var key in ReleaseCells.Results(_name))
        {
            Add(key, ValueKind.Number, parts, 0, isInternal: false, () =>
                _sheet.AreBound(parts)
                    ? InOwnPeriods(
                        key, new ReleaseSumOperation(_origin, FateOf(key), RecordInput.Of(opening), cells.Select(Part).ToArray()))
                    : null);
        }

        _sheet.AddRelease(new ReleaseCells(_name, given, opening, _incentive.Every, _rounding.Decimals, cells));

        PartOperations Part(ReleasePartCells part, int index) => new(
            index + 1, Reference(part.Own), part.When is null ? null : Reference(part.When), part.After, part.Until);
    }

    private PartFate FateOf(CellKey result) =>
        result == ReleaseCells.Due(_name) ? PartFate.Due : result == ReleaseCells.Deferred(_name) ? PartFate.Deferred : PartFate.Forfeited;

    private ReleasePartCells LowerPart(ReleasePart part, int index, Lazy<decimal[]?> shares, IReadOnlyList<string> needed, string own)
    {
        var number = FormattableString.Invariant($" {index + 1}");
        var (amount, asked) = (Part("own" + number), Part("asked" + number));
        Add(amount, ValueKind.Number, needed, 0, isInternal: true, () =>
        {
            if (shares.Value is not { } known || !AllBound(_name, own))
                return null;
            var write = new Compose(_origin);
            return Choice(
                write.Equal(Reference(own), write.Text(LineState.None)),
                Number(0),
                new PartOperation(_origin, Reference(_name), known, index, _rounding.Decimals));
        });
        if (part.When is { } when)
        {
            // a condition with a fault is there all the same, so that what stands on it is not bound either
            var condition = Lines(_sheet.Formula(when, Owner("asked"), ValueKind.Boolean, forIncentive: true));
            var (names, nesting) = (condition?.Names ?? [], condition?.Nesting ?? 0);
            Add(asked, ValueKind.Boolean, names, nesting, isInternal: true, () => condition?.Bind(), when.Place);
        }

        return new ReleasePartCells(amount, part.When is null ? null : asked.Name, part.When?.Value, part.After, part.Until,
            new Lazy<decimal>(() => shares.Value![index]));
    }

    /// <summary>Periods are counted in the ruleset's own; over others there is nothing to say.</summary>
    private Operation InOwnPeriods(CellKey key, Operation inner)
    {
        var write = new Compose(_origin);
        var isOwn = write.Equal(write.Calendar(CalendarFact.Length, Lag.None), Number((int)_period));
        return write.Guard(isOwn, new Reason(CauseKind.OfOtherLength, key), inner);
    }

    /// <summary>The share of each part; null after reporting why there are none.</summary>
    private decimal[]? SharesOf(ReleaseDefinition release, IReadOnlyList<DraftFormula?> formulas)
    {
        var shares = release.Parts
            .Select((part, i) => part.IsRest ? 0 : part.Share is JsonNumber number ? Share(part, number.Value) : Share(part, formulas[i]))
            .ToList();
        return shares.Contains(null)
            ? null
            : WholeShares.Completed(
                shares.Select(share => share!.Value).ToArray(), release.Parts.ToList().FindIndex(part => part.IsRest), release.Json.Place,
                ReleaseFaults.NotAWhole, ReleaseFaults.NothingLeft, _sheet.Diagnostics);
    }

    /// <summary>Null where it cannot be bound, or is nothing that the ruleset alone decides.</summary>
    private decimal? Share(ReleasePart part, DraftFormula? formula)
    {
        if (formula?.Bind() is not { } bound)
            return null;
        if (bound.ConstantNumber() is { } share)
            return Share(part, share);
        _sheet.Diagnostics.Add(ReleaseFaults.NotConstant(part.Share!.Place, _incentive.Name.Value));
        return null;
    }

    private decimal? Share(ReleasePart part, decimal share)
    {
        if (share is >= 0 and <= 1)
            return share;
        _sheet.Diagnostics.Add(
            share < 0 ? ReleaseFaults.NegativeShare(part.Share!.Place, share) : ReleaseFaults.AboveOne(part.Share!.Place, share));
        return null;
    }
}
