// A cell that makes a result another: by its rule, by a parameter, or by what it looks at.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>Why a cell has another value.</summary>
public enum CellChangeReason
{
    /// <summary>What the ruleset says of it is another, or only one of the two says anything.</summary>
    Rule,

    /// <summary>Only parameters in its rule have other values.</summary>
    Parameter,

    /// <summary>Rows of a table that it looks up are others.</summary>
    Table,

    /// <summary>Facts that it looks at are others; what a period hands on to the next is one of them.</summary>
    Fact,

    /// <summary>Its rule and its own facts are the same: the settings, the calendar, or what others have, are not.</summary>
    Other,
}

/// <summary>A cell that makes a result another, and not only because another cell does. Immutable.</summary>
public sealed class CellChange
{
    internal CellChange(
        string name, string part, LocalizedText? title, string? subject, CellChangeReason reason, CellSide before, CellSide after,
        string? unit, IReadOnlyList<InputChange> inputs, int moneyDecimals)
    {
        MoneyDecimals = moneyDecimals;
        (Name, Part, Title, Subject, Reason, Unit, Inputs) = (name, part, title, subject, reason, unit, inputs);
        (Before, After, FormulaBefore, FormulaAfter) = (before.Value, after.Value, before.Formula, after.Formula);
        (IsNew, IsGone) = (!before.IsThere, !after.IsThere);
    }

    /// <summary>Whose it is in the author's words, such as <c>commission</c>, <c>margin.target</c> or <c>ytd(sales)</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Which step, as explanations call it: <c>gate</c>, <c>amount</c>, <c>max</c> and so on; empty where the name says it all.
    /// </summary>
    public string Part { get; }

    /// <summary>What people call the KPI, line or rating that it is or belongs to; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>Of whom it changed, where that is another than the subject asked about; else null.</summary>
    public string? Subject { get; }

    /// <summary>Why it has another value.</summary>
    public CellChangeReason Reason { get; }

    /// <summary>The value before; none where it was not available or there was no such cell.</summary>
    public FactValue Before { get; }

    /// <summary>The value after; none where it is not available or there is no such cell.</summary>
    public FactValue After { get; }

    /// <summary>The unit of its values, such as <c>money</c>; null when not known.</summary>
    public string? Unit { get; }

    /// <summary>The formula before in the author's words; empty for a schedule, and where there was none.</summary>
    public string FormulaBefore { get; }

    /// <summary>The formula after, as <see cref="FormulaBefore"/>.</summary>
    public string FormulaAfter { get; }

    /// <summary>The parameters, tables, facts and lists of records in it that are others.</summary>
    public IReadOnlyList<InputChange> Inputs { get; }

    /// <summary>Whether only the second situation has it.</summary>
    public bool IsNew { get; }

    /// <summary>Whether only the first situation has it.</summary>
    public bool IsGone { get; }

    internal int MoneyDecimals { get; }

    /// <summary>The change as a line: what it was and is, and why.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language) => CellChangeText.Write(this, language);

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");
}

/// <summary>A cell on one of the two sides.</summary>
internal readonly record struct CellSide(FactValue Value, string Formula, bool IsThere);

/// <summary>A parameter, fact, table or list of records that is another. Immutable.</summary>
public sealed class InputChange
{
    internal InputChange(string name, Period? period, FactValue before, FactValue after, string? unit) =>
        (Name, Period, Before, After, Unit) = (name, period, before, after, unit);

    /// <summary>The name in the author's words.</summary>
    public string Name { get; }

    /// <summary>The period it is of, where that is another than the one compared; else null.</summary>
    public Period? Period { get; }

    /// <summary>The value before; none where there was none, and of a table or list.</summary>
    public FactValue Before { get; }

    /// <summary>The value after, as <see cref="Before"/>.</summary>
    public FactValue After { get; }

    /// <summary>The unit, such as <c>money</c>; null when not known.</summary>
    public string? Unit { get; }
}
