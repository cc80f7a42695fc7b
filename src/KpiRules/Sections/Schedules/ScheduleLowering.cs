// Takes a schedule, gives its formula on the sheet; bounds that are constants are checked here, others when facts give them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <remarks>Each form lowers itself; here is what they have in common.</remarks>
/// <param name="cell">Whose schedule it is.</param>
/// <param name="record">The list whose fields go before all other names, for a schedule about one record.</param>
/// <param name="forIncentive">Whether an incentive that is not there counts as 0.</param>
/// <param name="defaultOn">What the schedule looks at where it does not say; null where it must.</param>
internal sealed class ScheduleLowering(
    SheetBuilder sheet, string cell, DraftFormula? defaultOn, RecordDefinition? record, bool forIncentive)
{
    private readonly List<DraftFormula> _parts = [];
    private bool _failed;

    /// <summary>Whose schedule it is, for causes.</summary>
    public string Cell => cell;

    /// <summary>The formula of the schedule, or null after reporting a fault.</summary>
    public DraftFormula? Lower(ScheduleDefinition schedule)
    {
        var bind = schedule.Lower(this);
        if (_failed)
            return null;
        return new DraftFormula(_parts.SelectMany(part => part.Names).Distinct().ToList(), _parts.Max(part => part.Nesting), bind);
    }

    public Origin OriginOf(ScheduleDefinition schedule) => new FormulaText(schedule.Json, new Term("owner.kpi", cell)).Whole;

    /// <summary>What the schedule looks at; null after reporting that it does not say.</summary>
    /// <param name="schedule">Where that is reported.</param>
    public DraftFormula? On(JsonString? on, JsonObject? schedule, ValueKind kind)
    {
        if (on is not null)
            return Keep(sheet.Formula(on, new Term("owner.scheduleOn", cell), kind, record, forIncentive));
        if (defaultOn is null || kind != ValueKind.Number)
            sheet.Diagnostics.Add(PolicyFaults.OnNeeded(schedule!.Place));
        return Keep(kind == ValueKind.Number ? defaultOn : null);
    }

    /// <summary>One of the numbers it is made of; null after reporting a fault.</summary>
    public DraftFormula? Part(NumberDefinition number, string owner) =>
        Keep(sheet.Number(number, new Term(owner, cell), cell, null, record, forIncentive));

    /// <summary>All of them; null after a fault in any, which has been reported.</summary>
    public static List<Operation>? BindAll(IReadOnlyList<DraftFormula?> parts)
    {
        var bound = parts.Select(part => part?.Bind()).ToList();
        return bound.Contains(null) ? null : bound.Select(expression => expression!).ToList();
    }

    public static Unit CommonUnit(List<Operation> values) => values.Select(value => value.Unit).Aggregate(Unit.Common);

    /// <param name="alikeAllowed">How many bounds in a row may be the same.</param>
    public void CheckOrder(List<Operation> bounds, int alikeAllowed)
    {
        var alike = 1;
        for (var i = 1; i < bounds.Count; i++)
        {
            if (bounds[i - 1].ConstantNumber() is not { } before || bounds[i].ConstantNumber() is not { } bound)
                continue;
            alike = bound == before ? alike + 1 : 1;
            if (bound < before || alike > alikeAllowed)
                sheet.Diagnostics.Add(PolicyFaults.NotAbove(bounds[i].Origin.Place, new Term("owner.scheduleBound", cell)));
        }
    }

    /// <summary>A record belongs to its period alone, so nothing adds up over several.</summary>
    public void CheckAccumulate(JsonString accumulate)
    {
        if (record is not null)
            sheet.Diagnostics.Add(PolicyFaults.AccumulateEach(accumulate.Place, cell));
    }

    /// <summary>Warns of texts that what the schedule goes by never is.</summary>
    public void WarnOfImpossible(Operation on, IReadOnlyList<JsonString> texts)
    {
        if (on.OnlyTexts is not { } known)
            return;
        foreach (var text in texts.Where(text => !known.Have(text.Value)))
        {
            sheet.Diagnostics.Add(TypeFaults.NeverThisValue(
                text.Place, known.Name, text.Value, alwaysHolds: false, () => ClosestName.Find(text.Value, known.All)));
        }
    }

    private DraftFormula? Keep(DraftFormula? part)
    {
        if (part is null)
            _failed = true;
        else
            _parts.Add(part);
        return part;
    }
}
