// Takes a cell's expression, gives the same in dynamic LINQ: null is "not available", and stays so by our rules, not C#'s.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

/// <remarks>
/// Arithmetic, <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> over nullable types do as KpiRules does. What C# does otherwise is said
/// in full: a comparison with null is false there, a division by zero throws, a method needs a value.
/// </remarks>
/// <param name="owner">The cell whose parts get parameters of their own.</param>
/// <param name="cells">What every cell before it is called.</param>
internal sealed partial class TermWriter(string owner, IReadOnlyDictionary<string, Term> cells, WorkflowParameters parameters, WorkflowInputs inputs, ParameterValues values)
{
    /// <summary>Beyond it, a part gets a parameter of its own: nobody reads longer ones, and the parser nests no deeper for them.</summary>
    private const int LongestPart = 400;

    /// <summary>Whether anything was worked out in binary numbers, which agree with ours to 15 digits only.</summary>
    public bool IsApproximate { get; private set; }

    public Term Write(Operation expression) => expression switch
    {
        ConstantOperation constant => Term.Of(constant.Value),
        ParameterOperation parameter => values.Of(parameter),
        InputOperation input => Given(input.Input),
        CellOperation reference => cells[reference.Cell],
        NegationOperation negation => Signed("-", Part(negation.Operand)),
        NotOperation not => Signed("!", Part(not.Operand)),
        ChainOperation { Kind: ValueKind.Boolean } chain => Logic(chain.Chain == ChainKind.And, chain.Operands.Select(Part)),
        ChainOperation chain => Arithmetic(chain),
        ComparisonOperation comparison => Compare(comparison.Operator, comparison.Left.Kind, Short(comparison.Left), Short(comparison.Right)),
        ChoiceOperation choice => Choose(Part(choice.Condition), Part(choice.Then), Part(choice.Else), choice.Kind),
        CallOperation call => Call(call),
        ApplicableOperation { UnknownIsTrue: true } applicable => If(Is(Part(applicable.Condition), false), Term.Null(applicable.Kind), Part(applicable.Inner)),
        ApplicableOperation applicable => If(Is(Part(applicable.Condition), true), Part(applicable.Inner), Term.Null(applicable.Kind)),
        RequiringOperation requiring => Guarded([Part(requiring.Required)], Part(requiring.Inner), requiring.Kind),
        WithFactsOperation withFacts => Guarded([Part(withFacts.Presence)], Part(withFacts.Inner), withFacts.Kind),
        NoValueOperation none => Term.Null(none.Kind),
        _ => OfSection(expression),
    };

    /// <summary>What the sections of a ruleset mean beyond their formulas.</summary>
    private Term OfSection(Operation expression) => expression switch
    {
        AttainmentOperation attainment => Attainment(attainment),
        RowsOperation rows => Rows(rows),
        CasesOperation cases => Cases(cases),
        GridOperation grid => Grid(grid),
        WeightedMeanOperation mean => Mean(mean),
        GradeOperation grade => Grade(grade),
        RoundOperation round => Lifted(ValueKind.Number, [Part(round.Inner)], inner => Rounded(inner[0], round.Rule)),
        LineOperation line => Line(line),
        LineStateOperation state => LineState(state),
        PayoutOperation payout => Payout(payout),
        AccumulatedOperation accumulated => Accumulated(accumulated),
        ProportionOperation or PaceOperation or RequiredOperation or PeriodBoundOperation or LastOfOperation or ByLengthOperation => OfCalendar(expression),
        SeverityLevelOperation level => SeverityLevel(level),
        WarningCourseOperation course => Course(course),
        WarningStateOperation state => WarningState(state),
        WarningSeverityOperation severity => WarningSeverity(severity),
        HoldingCountOperation count => HoldingCount(count),
        TrendOperation trend => Trend(trend),
        ZScoreOperation score => ZScore(score),
        BeyondOperation beyond => Beyond(beyond),
        SameSideOperation sameSide => SameSide(sameSide),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>A part of an expression; a long one has a parameter of its own.</summary>
    private Term Part(Operation expression) => Cut(Write(expression));

    private Term Cut(Term term) => term.Text.Length > LongestPart ? parameters.Part(owner, term) : term;

    /// <summary>A part that is written several times.</summary>
    private Term Short(Operation expression) => Short(Write(expression));

    private Term Short(Term term) => parameters.Part(owner, term);

    private static Term Signed(string sign, Term operand) => new(sign + operand.At(Rank.Primary), operand.MayBeNull, Rank.Unary);

    /// <summary>A fact; what stands in where one of the period itself is missing is the policy's to say.</summary>
    private Term Given(Input input)
    {
        var given = inputs.Of(input);
        var standIn = input.IsPlain ? values.StandIn(input.Fact!) : default;
        return standIn.Kind is null ? given : Short(new Term($"{given.Text} ?? {Term.Of(standIn).Text}", false, Rank.Coalesce));
    }

    private Term Arithmetic(ChainOperation chain)
    {
        // constants that come to nothing, as where they are too large
        if (values.Constant(chain) is { MayBeNull: true } nothing)
            return nothing;
        var rank = chain.Chain == ChainKind.Sum ? Rank.Sum : Rank.Product;
        var result = Part(chain.Operands[0]);
        var zeros = new List<string>();
        for (var i = 1; i < chain.Operands.Count; i++)
        {
            var divides = chain.Operators[i - 1] is TokenKind.Divide or TokenKind.Remainder;
            var mayBeZero = divides && chain.Operands[i].ConstantNumber() is null or 0;
            var operand = mayBeZero ? Short(chain.Operands[i]) : Part(chain.Operands[i]);
            if (mayBeZero)
                zeros.Add(operand.Text + " == 0m");
            result = new Term($"{result.At(rank)} {SignOf(chain.Operators[i - 1])} {operand.At(rank + 1)}", result.MayBeNull || operand.MayBeNull, rank);
            // a part that is cut off is worked out in any case: it must not divide by what is only known further on not to be 0
            if (zeros.Count == 0)
                result = Cut(result);
        }

        return zeros.Count == 0 ? result : If(string.Join(" || ", zeros.Distinct()), Term.Null(ValueKind.Number), result);
    }

    private static string SignOf(TokenKind sign) => sign switch
    {
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Times => "*",
        TokenKind.Divide => "/",
        TokenKind.Remainder => "%",
        TokenKind.Equal => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Greater => ">",
        _ => ">=",
    };
}
