// Takes the trees of a file, finds out what types its inputs have, and reports what cannot be meant so.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

/// <param name="report">Takes what is found wrong in the tree at hand.</param>
internal sealed class TypeCheck(Action<Diagnostic> report) : ILambdaVisitor<LambdaType>
{
    /// <summary>Texts that dynamic LINQ turns into a number, a date or a truth value where the other side is one.</summary>
    private static readonly Regex LooksConvertible = new(
        @"^\s*([-+]?[0-9][0-9.,eE+-]*|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|[Tt]rue|[Ff]alse)\s*$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private readonly List<(ComparisonNode Comparison, LambdaType Type)> _late = [];
    private readonly Stack<Action> _undo = new();
    private int _faults;

    /// <summary>Takes a condition; one that is at fault tells nothing about its inputs. False after reporting why.</summary>
    public bool TakeCondition(LambdaNode tree)
    {
        Need(tree, ValueKind.Boolean, "");
        return Keep();
    }

    /// <summary>As the other, for an amount.</summary>
    public bool TakeAmount(LambdaNode tree)
    {
        var type = TypeOf(tree);
        if (!type.TryUnite(Known(tree, ValueKind.Number), _undo))
            Fail(ImportFaults.OutputKind(tree.Origin.Place, FormulaBinder.KindOf(type.Kind!.Value)));
        return Keep();
    }

    private bool Keep()
    {
        var isGood = _faults == 0;
        while (!isGood && _undo.Count > 0)
            _undo.Pop()();
        if (!isGood)
            _late.Clear();
        _undo.Clear();
        _faults = 0;
        return isGood;
    }

    private void Fail(Diagnostic diagnostic)
    {
        _faults++;
        report(diagnostic);
    }

    /// <summary>What can only be told once every tree has been taken.</summary>
    public void Finish()
    {
        foreach (var (comparison, type) in _late)
        {
            if (comparison.IsCall && type.Kind == ValueKind.Number)
                report(ImportFaults.EqualNumbers(comparison.Origin.Place, comparison.Origin.Text));
            else if (comparison.IsOrdered && type.Kind == ValueKind.Text)
                report(ImportFaults.TextsInOrder(comparison.Origin.Place, comparison.Origin.Text));
            else if (comparison.IsOrdered && type.Kind == ValueKind.Boolean)
                report(ImportFaults.Operand(
                    comparison.Parts[0].Origin.Place,
                    comparison.Parts[0].Origin.Text,
                    new Term("lambda.ordered"),
                    FormulaBinder.KindOf(ValueKind.Boolean)));
        }

        _late.Clear();
    }

    private LambdaType TypeOf(LambdaNode node) => node.Accept(this);

    LambdaType ILambdaVisitor<LambdaType>.Number(NumberNode number)
    {
        if (number.IsByCulture)
            report(ImportFaults.ByCulture(number.Origin.Place, number.Origin.Text, number.Value));
        return Known(number, ValueKind.Number);
    }

    LambdaType ILambdaVisitor<LambdaType>.Text(TextNode text) => Known(text, ValueKind.Text);

    LambdaType ILambdaVisitor<LambdaType>.Boolean(BooleanNode boolean) => Known(boolean, ValueKind.Boolean);

    LambdaType ILambdaVisitor<LambdaType>.Day(DayNode day) => Known(day, ValueKind.Date);

    LambdaType ILambdaVisitor<LambdaType>.Null(NullNode nothing) => Known(nothing, ValueKind.Boolean);

    LambdaType ILambdaVisitor<LambdaType>.Fact(FactNode fact) => fact.Path.Type;

    LambdaType ILambdaVisitor<LambdaType>.Negation(NegationNode negation) => Need(negation.Parts[0], ValueKind.Number, "-", negation);

    LambdaType ILambdaVisitor<LambdaType>.Not(NotNode not) => Need(not.Parts[0], ValueKind.Boolean, "!", not);

    LambdaType ILambdaVisitor<LambdaType>.Chain(ChainNode chain)
    {
        var before = _faults;
        foreach (var part in chain.Parts)
            Need(part, chain.IsLogic ? ValueKind.Boolean : ValueKind.Number, chain.Operators[0] == LambdaTokenKind.Plus ? "+" : "");
        // what is at fault itself says nothing of what it stands beside
        return _faults > before ? new LambdaType() : Known(chain, chain.IsLogic ? ValueKind.Boolean : ValueKind.Number);
    }

    LambdaType ILambdaVisitor<LambdaType>.Comparison(ComparisonNode comparison)
    {
        Compare(comparison);
        return Known(comparison, ValueKind.Boolean);
    }

    LambdaType ILambdaVisitor<LambdaType>.Choice(ChoiceNode choice)
    {
        Need(choice.Parts[0], ValueKind.Boolean, "?");
        return Alike(choice.Parts[1], choice.Parts[2]);
    }

    LambdaType ILambdaVisitor<LambdaType>.Call(CallNode call) => Call(call);

    private void Compare(ComparisonNode comparison)
    {
        var (left, right) = (comparison.Parts[0], comparison.Parts[1]);
        var type = Alike(left, right);
        if (comparison.IsOrdered || comparison.IsCall)
            _late.Add((comparison, type));
        foreach (var text in comparison.Parts.OfType<TextNode>())
            WarnOfConversion(text);
        foreach (var day in comparison.Parts.OfType<DayNode>())
            report(ImportFaults.DaysOnly(day.Origin.Place, day.Origin.Text));
    }

    private void WarnOfConversion(TextNode text)
    {
        if (text.Value.Length < 40 && LooksConvertible.IsMatch(text.Value))
            report(ImportFaults.StaysText(text.Origin.Place, text.Origin.Text));
    }

    private LambdaType Call(CallNode call)
    {
        LambdaType? same = null;
        for (var i = 0; i < call.Parts.Count; i++)
        {
            switch (call.Function.Signature.ParameterAt(i))
            {
                case ParameterKind.Number:
                    Need(call.Parts[i], ValueKind.Number, call.Function.Name);
                    break;
                case ParameterKind.Text:
                    Need(call.Parts[i], ValueKind.Text, call.Function.Name);
                    break;
                case ParameterKind.Same:
                    same = i == 0 ? TypeOf(call.Parts[0]) : Alike(call.Parts[0], same!, call.Parts[i]);
                    if (call.Function == MembershipFunctions.In && call.Parts[i] is TextNode text && i > 0)
                        WarnOfConversion(text);
                    break;
                case ParameterKind.Boolean or ParameterKind.Date or ParameterKind.Any
                    or ParameterKind.Attribute or ParameterKind.Records or ParameterKind.TableValue or ParameterKind.Periods
                    or ParameterKind.Fraction:
                    TypeOf(call.Parts[i]);
                    break;
            }
        }

        // dynamic LINQ has another meaning for it
        if (call.Function == MembershipFunctions.In && same!.Kind == ValueKind.Boolean)
            Fail(ImportFaults.Operand(
                call.Parts[0].Origin.Place,
                call.Parts[0].Origin.Text,
                new Term("lambda.ordered"),
                FormulaBinder.KindOf(ValueKind.Boolean)));
        return call.Function.Signature.Result is { } result ? Known(call, result) : same!;
    }

    /// <summary>The one type of two that must have the same.</summary>
    private LambdaType Alike(LambdaNode left, LambdaNode right) => Alike(left, TypeOf(left), right);

    private LambdaType Alike(LambdaNode left, LambdaType first, LambdaNode right)
    {
        var second = TypeOf(right);
        if (!first.TryUnite(second, _undo))
        {
            Fail(ImportFaults.Differ(
                right.Origin.Place, left.Origin.Text, FormulaBinder.KindOf(first.Kind!.Value), right.Origin.Text,
                FormulaBinder.KindOf(second.Kind!.Value), Since(left, first) ?? Since(right, second)));
        }

        return first;
    }

    private LambdaType Need(LambdaNode node, ValueKind kind, string operation, LambdaNode? whole = null)
    {
        var type = TypeOf(node);
        if (!type.TryUnite(Known(node, kind), _undo))
        {
            var found = FormulaBinder.KindOf(type.Kind!.Value);
            Fail(operation == "+" && type.Kind == ValueKind.Text
                ? ImportFaults.JoinedTexts(node.Origin.Place, node.Origin.Text)
                : ImportFaults.Operand(node.Origin.Place, node.Origin.Text, FormulaBinder.KindOf(kind), found, Since(node, type)));
        }

        return Known(whole ?? node, kind);
    }

    /// <summary>Where an input was found to have its type: what is at fault may stand there. Counted once somebody reads it.</summary>
    private static Func<string, string>? Since(LambdaNode node, LambdaType type) =>
        node is not FactNode || type.Since is not { } origin ? null : language =>
        {
            var place = origin.Place;
            var (line, column) = place.Source.PositionOf(place.Span.Start);
            return Messages.Format(language, "lambda.since", line, column);
        };

    private static LambdaType Known(LambdaNode node, ValueKind kind) => LambdaType.Of(kind, node.Origin);
}
