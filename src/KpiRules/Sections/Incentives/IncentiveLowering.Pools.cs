// Lowering of pools: an amount divided among the members of a group.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

internal sealed partial class IncentiveLowering
{
    private void LowerPool(PoolDefinition pool)
    {
        var key = pool.Among is { } among
            ? _sheet.AttributeOf(
                among, suggestion => PolicyFaults.NoSuchGroup(among.Place, among.Value, _incentive.Name.Value, suggestion))
            : null;
        var (amount, share, when, part) = (Part("amount"), Part("share"), Part("when"), Part("part"));
        AddNumber(amount, pool.Amount, "pool", isInternal: true);
        if (pool.Share is not null && Formula(pool.Share, "share", ValueKind.Number) is { } shares)
            Add(share, ValueKind.Number, shares.Names, shares.Nesting, isInternal: true, shares.Bind);
        var conditions = new[]
        {
            pool.When is null ? null : Condition(pool.When, "when"),
            _incentive.Gate is null ? null : Condition(_incentive.Gate, "gate")
        }.OfType<DraftFormula>().ToList();
        if (conditions.Count > 0)
        {
            Add(
                when,
                ValueKind.Boolean,
                conditions.SelectMany(condition => condition.Names).ToList(),
                conditions.Max(condition => condition.Nesting),
                isInternal: true,
                () =>
                {
                    var bound = conditions.Select(condition => condition.Bind()).ToList();
                    return bound.Contains(null) ? null
                        : bound.Count == 1 ? bound[0]
                        : new LogicOperation(_origin, true, bound.Select(one => one!).ToList());
                });
        }

        Add(part, ValueKind.Number, [amount, share, when, Exists], 0, isInternal: true, () => AllBound(amount, share, when, Exists)
            ? new PoolOperation(
                _origin,
                _name,
                Reference(amount),
                Optional(Exists),
                Optional(when),
                Optional(share),
                key is null ? null : new InputOperation(_origin, key),
                PushDown.Presence(_origin, Lag.None),
                _rounding)
            : null);
        var earned = Part("earned");
        Add(
            earned,
            ValueKind.Number,
            [part, Exists],
            0,
            isInternal: true,
            () => AllBound(part, Exists) ? new LineOperation(_origin, _name, Optional(Exists), null, Reference(part)) : null);
        LowerEnd(earned, when);
    }
}
