// Writing of the operations of the kernel, each in one place.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Linq.Terms;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter : IOperationVisitor<LinqTerm>
{
    LinqTerm IOperationVisitor<LinqTerm>.Constant(ConstantOperation constant) => LinqTerm.Of(constant.Value);

    LinqTerm IOperationVisitor<LinqTerm>.Parameter(ParameterOperation parameter) => values.Of(parameter);

    LinqTerm IOperationVisitor<LinqTerm>.Input(InputOperation input) => Given(input.Input);

    LinqTerm IOperationVisitor<LinqTerm>.Calendar(CalendarOperation calendar) => inputs.Of(calendar.Fact, calendar.Lag);

    LinqTerm IOperationVisitor<LinqTerm>.Cell(CellOperation cell) => cells[cell.Cell];

    LinqTerm IOperationVisitor<LinqTerm>.NoValue(NoValueOperation none) => LinqTerm.Null(none.Kind);

    LinqTerm IOperationVisitor<LinqTerm>.Negation(NegationOperation negation) => Signed("-", Part(negation.Operand));

    LinqTerm IOperationVisitor<LinqTerm>.Arithmetic(ArithmeticOperation arithmetic) => Arithmetic(arithmetic);

    LinqTerm IOperationVisitor<LinqTerm>.Comparison(ComparisonOperation comparison) =>
        Compare(comparison.Sign, comparison.Left.Kind, Short(comparison.Left), Short(comparison.Right));

    LinqTerm IOperationVisitor<LinqTerm>.Not(NotOperation not) => not.Operand is AvailableOperation available
        ? IsThere(available, "==", false)
        : Part(not.Operand) is var operand && Known(operand) is { } known ? LinqTerm.Of(!known) : Signed("!", operand);

    LinqTerm IOperationVisitor<LinqTerm>.Logic(LogicOperation logic) => Logic(logic.IsAnd, logic.Operands.Select(Part));

    LinqTerm IOperationVisitor<LinqTerm>.Choice(ChoiceOperation choice)
    {
        var found = Part(choice.Else);
        foreach (var branch in choice.Branches.Reverse())
            found = Choose(Part(branch.Condition), Part(branch.Value), Cut(found), choice.Kind);
        return found;
    }

    LinqTerm IOperationVisitor<LinqTerm>.Default(DefaultOperation wanted)
    {
        var value = Short(wanted.Wanted);
        if (!value.MayBeNull)
            return value;
        var otherwise = Part(wanted.Otherwise);
        // of a condition, ?? would give a nullable one again
        return Known(otherwise) is { } known
            ? new LinqTerm($"{value.At(Rank.Sum)} {(known ? "!= false" : "== true")}", false, Rank.Comparison)
            : Coalesce(value, otherwise);
    }

    LinqTerm IOperationVisitor<LinqTerm>.Available(AvailableOperation available) => IsThere(available, "!=", true);

    LinqTerm IOperationVisitor<LinqTerm>.Guard(GuardOperation guard)
    {
        var given = guard.Given.Select(Part).ToList();
        if (guard.Unless is null)
            return GuardedOnce(given, Part(guard.Inner), guard.Kind);
        var condition = given[given.Count - 1];
        return Known(condition) switch
        {
            true => Part(guard.Inner),
            false => LinqTerm.Null(guard.Kind),
            null => If(Is(condition, true), Part(guard.Inner), LinqTerm.Null(guard.Kind)),
        };
    }

    /// <summary>What already asks first whether the same is there needs no more asking.</summary>
    private static LinqTerm GuardedOnce(List<LinqTerm> given, LinqTerm inner, ValueKind kind)
    {
        var asked = inner.Text.Split([" ? "], 2, StringSplitOptions.None);
        var isAsked = asked.Length > 1 && asked[1].StartsWith(LinqTerm.Null(kind).Text + " : ", StringComparison.Ordinal);
        var already = isAsked ? asked[0].Split([" || "], StringSplitOptions.None) : [];
        return Guarded(given.Where(term => !already.Contains(term.At(Rank.Sum) + " == null")), inner, kind);
    }

    LinqTerm IOperationVisitor<LinqTerm>.Call(CallOperation call) => call.Function.Linq(this, call);

    LinqTerm IOperationVisitor<LinqTerm>.Round(RoundOperation round) =>
        Lifted(ValueKind.Number, [Part(round.Inner)], inner => LinqRounding.Rounded(inner[0], round.Rule));

    /// <summary>Steps are for explanations; a workflow has none.</summary>
    LinqTerm IOperationVisitor<LinqTerm>.Label(LabelOperation label) => Part(label.Inner);

    LinqTerm IOperationVisitor<LinqTerm>.Composite(CompositeOperation composite)
    {
        var meaning = composite.Expand();
        _shared.Find(meaning);
        return Write(meaning);
    }

    LinqTerm IOperationVisitor<LinqTerm>.Field(FieldOperation field) => throw Given(field);

    LinqTerm IOperationVisitor<LinqTerm>.Fold(FoldOperation fold) => throw Given(fold);

    LinqTerm IOperationVisitor<LinqTerm>.Across(AcrossOperation across) => throw Given(across);

    LinqTerm IOperationVisitor<LinqTerm>.Reaching(ReachingOperation reaching) =>
        throw new InvalidOperationException("It is pushed down to the facts before it is written.");

    private static InvalidOperationException Given(Operation operation) =>
        new($"A workflow is given what '{operation.Origin.Text}' looks at.");

    private LinqTerm IsThere(AvailableOperation available, string sign, bool whereAlways)
    {
        var operand = Part(available.Operand);
        return operand.MayBeNull ? new LinqTerm($"{operand.At(Rank.Sum)} {sign} null", false, Rank.Comparison) : LinqTerm.Of(whereAlways);
    }
}
