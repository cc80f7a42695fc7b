// Takes a number as the author wrote it, gives its formula on the sheet.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal static class SheetNumbers
{
    /// <summary>A constant, a formula or a schedule; null after reporting a fault.</summary>
    /// <param name="cell">Whose number it is.</param>
    /// <param name="defaultOn">What a schedule looks at where it does not say; null where it must.</param>
    /// <param name="record">The list whose fields go before all other names, for a number of one record.</param>
    /// <param name="forIncentive">Whether a line that is not there counts as 0.</param>
    /// <param name="local">Names that mean a cell in a formula, before all others; null for none.</param>
    public static DraftFormula? Number(
        this SheetBuilder sheet,
        NumberDefinition number,
        Term owner,
        string cell,
        DraftFormula? defaultOn = null,
        RecordDefinition? record = null,
        bool forIncentive = false,
        IReadOnlyDictionary<string, string>? local = null)
    {
        switch (number.Json)
        {
            case JsonString formula:
                return sheet.Formula(formula, owner, ValueKind.Number, record, forIncentive, local);
            case JsonNumber constant:
                var origin = new FormulaText(constant, owner).Whole;
                return new DraftFormula([], 0, () => new ConstantOperation(origin, constant.Value, Unit.Plain));
            default:
                return new ScheduleLowering(sheet, cell, defaultOn, record, forIncentive).Lower(number.Schedule!);
        }
    }
}
