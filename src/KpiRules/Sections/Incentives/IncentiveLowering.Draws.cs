// Lowering of draws: what a line pays at least, and the debt that comes of it.
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

internal sealed partial class IncentiveLowering
{
    /// <summary>A recoverable draw's debt grows by what is advanced, and is taken from what is earned above the draw.</summary>
    private string LowerDraw(DrawDefinition draw, string earned)
    {
        var (amount, paid) = (Part("draw"), Part("drawn"));
        AddNumber(amount, draw.Amount, "draw", isInternal: true);
        if (!draw.IsRecoverable)
        {
            Add(
                paid,
                ValueKind.Number,
                [earned, amount],
                0,
                isInternal: true,
                () => AllBound(earned, amount) ? Call(ExtremeFunctions.Max, Reference(earned), Reference(amount)) : null);
            return paid;
        }

        var (opening, recovered, closing) = (CellKey.Of(_name, "opening"), CellKey.Of(_name, "recovered"), IncentiveParts.Closing(_name));
        var fact = new FactDefinition(opening, FactRole.Opening, ValueKind.Number, Unit.Money);
        _sheet.AddTarget(fact);
        Add(opening, ValueKind.Number, [], 0, isInternal: false, () => new InputOperation(_origin, fact));
        Add(recovered, ValueKind.Number, [earned, amount, opening, Exists], 0, isInternal: false, () =>
            !AllBound(earned, amount, opening, Exists) ? null : WhereItExists(
                new GuardOperation(_origin, Reference(opening), Choice(
                    IsAdvanced(),
                    Number(0),
                    Call(ExtremeFunctions.Min, Reference(opening), Combine(ArithmeticSign.Minus, Reference(earned), Reference(amount))))),
                Number(0)));
        // a debt that nobody knows holds the line, whether anything would be taken from it or not
        Add(paid, ValueKind.Number, [earned, amount, recovered], 0, isInternal: true, () => !AllBound(earned, amount, recovered) ? null
            : new GuardOperation(
                _origin,
                Reference(recovered),
                Choice(IsAdvanced(), Reference(amount), Combine(ArithmeticSign.Minus, Reference(earned), Reference(recovered)))));
        Add(closing, ValueKind.Number, [earned, amount, opening, recovered, Exists], 0, isInternal: false, () =>
            !AllBound(earned, amount, opening, recovered, Exists) ? null : WhereItExists(
                Choice(
                    IsAdvanced(),
                    Combine(ArithmeticSign.Plus, Reference(opening), Combine(ArithmeticSign.Minus, Reference(amount), Reference(earned))),
                    Combine(ArithmeticSign.Minus, Reference(opening), Reference(recovered))),
                Reference(opening)));
        _sheet.AddDebt(new DebtDefinition(opening, closing));
        return paid;

        ComparisonOperation IsAdvanced() => new(_origin, ComparisonSign.Less, Reference(earned), Reference(amount));

        Operation WhereItExists(Operation inner, Operation otherwise) =>
            _sheet.Has(Exists) ? Choice(Reference(Exists), inner, otherwise) : inner;
    }
}
