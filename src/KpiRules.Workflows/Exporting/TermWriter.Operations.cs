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

internal sealed partial class TermWriter : IOperationVisitor<Term>
{
    Term IOperationVisitor<Term>.Constant(ConstantOperation constant) => Term.Of(constant.Value);

    Term IOperationVisitor<Term>.Parameter(ParameterOperation parameter) => values.Of(parameter);

    Term IOperationVisitor<Term>.Input(InputOperation input) => Given(input.Input);

    Term IOperationVisitor<Term>.Calendar(CalendarOperation calendar) => inputs.Of(calendar.Fact, calendar.Lag);

    Term IOperationVisitor<Term>.Cell(CellOperation cell) => cells[cell.Cell];

    Term IOperationVisitor<Term>.NoValue(NoValueOperation none) => Term.Null(none.Kind);

    Term IOperationVisitor<Term>.Negation(NegationOperation negation) => Signed("-", Part(negation.Operand));

    Term IOperationVisitor<Term>.Arithmetic(ArithmeticOperation arithmetic) => Arithmetic(arithmetic);

    Term IOperationVisitor<Term>.Comparison(ComparisonOperation comparison) =>
        Compare(comparison.Sign, comparison.Left.Kind, Short(comparison.Left), Short(comparison.Right));

    Term IOperationVisitor<Term>.Not(NotOperation not) => not.Operand is AvailableOperation available
        ? IsThere(available, "==", false)
        : Part(not.Operand) is var operand && Known(operand) is { } known ? Term.Of(!known) : Signed("!", operand);

    Term IOperationVisitor<Term>.Logic(LogicOperation logic) => Logic(logic.IsAnd, logic.Operands.Select(Part));

    Term IOperationVisitor<Term>.Choice(ChoiceOperation choice)
    {
        var found = Part(choice.Else);
        foreach (var branch in choice.Branches.Reverse())
            found = Choose(Part(branch.Condition), Part(branch.Value), Cut(found), choice.Kind);
        return found;
    }

    Term IOperationVisitor<Term>.Default(DefaultOperation wanted)
    {
        var value = Short(wanted.Wanted);
        if (!value.MayBeNull)
            return value;
        var otherwise = Part(wanted.Otherwise);
        // of a condition, ?? would give a nullable one again
        return Known(otherwise) is { } known ? new Term($"{value.At(Rank.Sum)} {(known ? "!= false" : "== true")}", false, Rank.Comparison) : Coalesce(value, otherwise);
    }

    Term IOperationVisitor<Term>.Available(AvailableOperation available) => IsThere(available, "!=", true);

    Term IOperationVisitor<Term>.Guard(GuardOperation guard)
    {
        var given = guard.Given.Select(Part).ToList();
        if (guard.Unless is null)
            return GuardedOnce(given, Part(guard.Inner), guard.Kind);
        var condition = given[given.Count - 1];
        return Known(condition) switch
        {
            true => Part(guard.Inner),
            false => Term.Null(guard.Kind),
            null => If(Is(condition, true), Part(guard.Inner), Term.Null(guard.Kind)),
        };
    }

    /// <summary>What already asks first whether the same is there needs no more asking.</summary>
    private static Term GuardedOnce(List<Term> given, Term inner, ValueKind kind)
    {
        var asked = inner.Text.Split([" ? "], 2, StringSplitOptions.None);
        var isAsked = asked.Length > 1 && asked[1].StartsWith(Term.Null(kind).Text + " : ", StringComparison.Ordinal);
        var already = isAsked ? asked[0].Split([" || "], StringSplitOptions.None) : [];
        return Guarded(given.Where(term => !already.Contains(term.At(Rank.Sum) + " == null")), inner, kind);
    }

    Term IOperationVisitor<Term>.Call(CallOperation call) => call.Function.Linq(this, call);

    Term IOperationVisitor<Term>.Round(RoundOperation round) => Lifted(ValueKind.Number, [Part(round.Inner)], inner => LinqRounding.Rounded(inner[0], round.Rule));

    /// <summary>Steps are for explanations; a workflow has none.</summary>
    Term IOperationVisitor<Term>.Label(LabelOperation label) => Part(label.Inner);

    Term IOperationVisitor<Term>.Composite(CompositeOperation composite)
    {
        var meaning = composite.Expand();
        _shared.Find(meaning);
        return Write(meaning);
    }

    Term IOperationVisitor<Term>.Field(FieldOperation field) => throw Given(field);

    Term IOperationVisitor<Term>.Fold(FoldOperation fold) => throw Given(fold);

    Term IOperationVisitor<Term>.Group(GroupOperation group) => throw Given(group);

    Term IOperationVisitor<Term>.Pool(PoolOperation pool) => throw Given(pool);

    Term IOperationVisitor<Term>.Reaching(ReachingOperation reaching) => throw new InvalidOperationException("It is pushed down to the facts before it is written.");

    private static InvalidOperationException Given(Operation operation) => new($"A workflow is given what '{operation.Origin.Text}' looks at.");

    private Term IsThere(AvailableOperation available, string sign, bool whereAlways)
    {
        var operand = Part(available.Operand);
        return operand.MayBeNull ? new Term($"{operand.At(Rank.Sum)} {sign} null", false, Rank.Comparison) : Term.Of(whereAlways);
    }
}
