// Takes a syntax tree and what its names mean, gives a typed expression; every fault of names and types is reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

/// <param name="names">What names stand for.</param>
/// <param name="owner">Whose formula it is, for messages.</param>
internal sealed partial class FormulaBinder(FormulaNames names, Term owner, DiagnosticBag diagnostics) : ISyntaxVisitor<Operation?>
{
    /// <summary>The expression, or null after reporting why there is none.</summary>
    public Operation? Bind(Syntax syntax) => syntax.Accept(this);

    Operation? ISyntaxVisitor<Operation?>.Literal(LiteralSyntax literal) => BindLiteral(literal);

    Operation? ISyntaxVisitor<Operation?>.Name(NameSyntax name) => BindName(name);

    Operation? ISyntaxVisitor<Operation?>.Negation(NegationSyntax negation) => BindNegation(negation);

    Operation? ISyntaxVisitor<Operation?>.Not(NotSyntax not) => BindNot(not);

    Operation? ISyntaxVisitor<Operation?>.Chain(ChainSyntax chain) => chain.Kind switch
    {
        ChainKind.Sum or ChainKind.Product => BindArithmetic(chain),
        ChainKind.And or ChainKind.Or => BindLogic(chain),
    };

    Operation? ISyntaxVisitor<Operation?>.Comparison(ComparisonSyntax comparison) => BindComparison(comparison);

    Operation? ISyntaxVisitor<Operation?>.Choice(ChoiceSyntax choice) =>
        BindChoice(choice.Origin, choice.Condition, choice.Then, choice.Else);

    Operation? ISyntaxVisitor<Operation?>.Call(CallSyntax call) => BindCall(call);

    private static ConstantOperation BindLiteral(LiteralSyntax literal) => literal.Kind switch
    {
        ValueKind.Number => new(literal.Origin, (decimal)literal.Value, IsPercent(literal) ? Unit.Percent : Unit.Plain),
        ValueKind.Text => new(literal.Origin, (string)literal.Value, Unit.Unknown),
        ValueKind.Date => new(literal.Origin, FactValue.OfDay((int)literal.Value), Unit.Unknown),
        ValueKind.Boolean => new(literal.Origin, (bool)literal.Value, Unit.Unknown),
    };

    private static bool IsPercent(LiteralSyntax literal) =>
        literal.Origin.Text is var text && FormulaCharacters.Fold(text[text.Length - 1]) == '%';

    private Operation? BindNegation(NegationSyntax negation) =>
        BindOperand(negation.Operand, "-", ValueKind.Number) is { } operand ? new NegationOperation(negation.Origin, operand) : null;

    private Operation? BindNot(NotSyntax not) =>
        BindOperand(not.Operand, "not", ValueKind.Boolean) is { } operand ? new NotOperation(not.Origin, operand) : null;

    private Operation? BindArithmetic(ChainSyntax chain)
    {
        var operands = BindOperands(chain, ValueKind.Number);
        if (operands is null)
            return null;
        var unit = operands[0].Unit;
        var unitGiver = operands[0];
        for (var i = 1; i < operands.Count; i++)
        {
            if (chain.Kind == ChainKind.Product)
            {
                unit = chain.Signs[i - 1] switch
                {
                    ArithmeticSign.Times => Unit.Product(unit, operands[i].Unit),
                    ArithmeticSign.Divide => Unit.Quotient(unit, operands[i].Unit),
                    ArithmeticSign.Remainder or ArithmeticSign.Plus or ArithmeticSign.Minus => unit,
                };
                continue;
            }

            WarnOfMixedUnits(unitGiver, unit, operands[i]);
            var common = Unit.Common(unit, operands[i].Unit);
            if (common != unit)
                unitGiver = operands[i];
            unit = common;
        }

        if (chain.Kind == ChainKind.Sum)
            WarnOfMeanBesideTotal(operands);
        return new ArithmeticOperation(chain.Origin, operands, [.. chain.Signs], unit);
    }

    private Operation? BindLogic(ChainSyntax chain) => BindOperands(chain, ValueKind.Boolean) is { } operands
        ? new LogicOperation(chain.Origin, chain.Kind == ChainKind.And, operands)
        : null;

    private List<Operation>? BindOperands(ChainSyntax chain, ValueKind needed)
    {
        var operands = chain.Operands
            .Select((operand, i) => BindOperand(operand, SymbolOf(chain, Math.Max(0, i - 1)), needed))
            .ToList();
        return operands.Contains(null) ? null : operands.Select(operand => operand!).ToList();
    }

    private Operation? BindOperand(Syntax syntax, string operation, ValueKind needed)
    {
        var operand = Bind(syntax);
        if (operand is null || operand.Kind == needed)
            return operand;
        var isDateDifference = operand.Kind == ValueKind.Date && operation == "-";
        diagnostics.Add(TypeFaults.Operand(
            operand.Origin.Place, operation, Kinds(needed), syntax.Origin.Text, KindOf(operand.Kind), isDateDifference));
        return null;
    }

    private Operation? BindComparison(ComparisonSyntax comparison)
    {
        var (left, right) = (Bind(comparison.Left), Bind(comparison.Right));
        if (left is null || right is null)
            return null;
        var ordered = comparison.Sign is not (ComparisonSign.Equal or ComparisonSign.NotEqual);
        if (left.Kind != right.Kind)
        {
            var (leftText, rightText) = (left.Origin.Text, right.Origin.Text);
            diagnostics.Add(TypeFaults.Compared(comparison.Origin.Place, leftText, KindOf(left.Kind), rightText, KindOf(right.Kind)));
            return null;
        }

        if (ordered && left.Kind == ValueKind.Boolean)
        {
            diagnostics.Add(TypeFaults.Operand(
                left.Origin.Place, SymbolOf(comparison.Sign), new Term("kinds.ordered"), left.Origin.Text, KindOf(left.Kind)));
            return null;
        }

        WarnOfMixedUnits(left, left.Unit, right);
        if (!ordered)
        {
            WarnOfImpossibleText(left, right, comparison.Sign == ComparisonSign.NotEqual);
            WarnOfImpossibleText(right, left, comparison.Sign == ComparisonSign.NotEqual);
        }

        return new ComparisonOperation(comparison.Origin, comparison.Sign, left, right);
    }

    private Operation? BindChoice(Origin origin, Syntax conditionSyntax, Syntax thenSyntax, Syntax elseSyntax)
    {
        var condition = BindOperand(conditionSyntax, "?", ValueKind.Boolean);
        var (then, otherwise) = (Bind(thenSyntax), Bind(elseSyntax));
        if (condition is null || then is null || otherwise is null)
            return null;
        if (then.Kind != otherwise.Kind)
        {
            diagnostics.Add(TypeFaults.BranchesDiffer(origin.Place, KindOf(then.Kind), KindOf(otherwise.Kind)));
            return null;
        }

        WarnOfMixedUnits(then, then.Unit, otherwise);
        return new ChoiceOperation(origin, condition, then, otherwise, Unit.Common(then.Unit, otherwise.Unit));
    }

    private void WarnOfMixedUnits(Operation left, Unit leftUnit, Operation right) =>
        WarnOfMixedUnits(left, leftUnit, right.Origin, right.Unit);

    private void WarnOfMixedUnits(Operation left, Unit leftUnit, Origin right, Unit rightUnit)
    {
        if (!leftUnit.GoesWith(rightUnit))
            diagnostics.Add(TypeFaults.UnitsMixed(
                right.Place, left.Origin.Text, UnitWords.Of(leftUnit), right.Text, UnitWords.Of(rightUnit),
                UnitWords.Hint(leftUnit, rightUnit)));
    }

    /// <summary>
    /// A sum by a count may be a mean in the unit of the sum, so the quotient alone says nothing; beside that same sum it does.
    /// </summary>
    private void WarnOfMeanBesideTotal(List<Operation> terms)
    {
        foreach (var mean in terms.OfType<ArithmeticOperation>().Where(term => !term.IsSum && term.Operands.Count == 2))
        {
            var (total, count) = (mean.Operands[0], mean.Operands[1]);
            if (mean.Signs[0] == ArithmeticSign.Divide && count.Unit == Unit.Tally && mean.Unit == Unit.Unknown
                && terms.Exists(term => SameMeaning.Holds(term, total)))
                WarnOfMixedUnits(total, total.Unit, mean.Origin, Unit.Quotient(total.Unit, Unit.Count));
        }
    }

    private void WarnOfImpossibleText(Operation compared, Operation text, bool alwaysHolds)
    {
        if (compared.OnlyTexts is not { } known || text is not ConstantOperation { Value.Text: { } value } || known.Have(value))
            return;
        diagnostics.Add(
            TypeFaults.NeverThisValue(text.Origin.Place, known.Name, value, alwaysHolds, () => ClosestName.Find(value, known.All)));
    }

    internal static Term KindOf(ValueKind kind) => new("kind." + kind);

    private static Term Kinds(ValueKind kind) => new("kinds." + kind);

    private static string SymbolOf(ChainSyntax chain, int index) => chain.Kind switch
    {
        ChainKind.And => "and",
        ChainKind.Or => "or",
        ChainKind.Sum or ChainKind.Product => chain.Signs[index] switch
        {
            ArithmeticSign.Plus => "+",
            ArithmeticSign.Minus => "-",
            ArithmeticSign.Times => "*",
            ArithmeticSign.Divide => "/",
            ArithmeticSign.Remainder => "%",
        },
    };

    private static string SymbolOf(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Equal => "=",
        ComparisonSign.NotEqual => "!=",
        ComparisonSign.Less => "<",
        ComparisonSign.LessOrEqual => "<=",
        ComparisonSign.Greater => ">",
        ComparisonSign.GreaterOrEqual => ">=",
    };
}
