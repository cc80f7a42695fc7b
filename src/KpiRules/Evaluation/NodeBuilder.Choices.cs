// Building of choices: one whose conditions all ask what the same value is becomes a search for that value, asked for once.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    Node IOperationVisitor<Node>.Choice(ChoiceOperation choice) => choice.Kind switch
    {
        ValueKind.Number => Choice<decimal>(choice),
        ValueKind.Boolean => Choice<bool>(choice),
        ValueKind.Text => Choice<string>(choice),
        ValueKind.Date => Choice<int>(choice),
    };

    private Node<T> Choice<T>(ChoiceOperation choice)
    {
        if (SearchedIn(choice) is not { } searched || (choice.Branches.Count == 1 && !IsNoneOf(searched, choice.Else)))
        {
            var branches = choice.Branches.Select(branch => (Boolean(branch.Condition), (Node<T>)Build(branch.Value))).ToArray();
            var otherwise = (Node<T>)Build(choice.Else);
            return branches.Length == 1
                ? new ChoiceNode<T>(branches[0].Item1, branches[0].Item2, otherwise)
                : new ChoicesNode<T>(branches, otherwise);
        }

        return searched.Kind switch
        {
            ValueKind.Number => Search<decimal, T>(choice, searched, value => value.Number!.Value, value => value),
            ValueKind.Boolean => Search<bool, T>(choice, searched, value => value.Boolean!.Value, value => value),
            ValueKind.Text => Search<string, T>(choice, searched, value => value.Text!, value => value),
            ValueKind.Date => Search<int, T>(choice, searched, value => value.Day, FactValue.OfDay),
        };
    }

    /// <summary>What every condition compares with a constant; null where they ask for more than that.</summary>
    private static Operation? SearchedIn(ChoiceOperation choice)
    {
        var searched = (choice.Branches[0].Condition as ComparisonOperation)?.Left;
        return choice.Branches.All(branch =>
            branch.Condition is ComparisonOperation { Sign: ComparisonSign.Equal, Right: ConstantOperation } comparison
                && SameMeaning.Holds(comparison.Left, searched))
            ? searched
            : null;
    }

    private CaseNode<TKey, T> Search<TKey, T>(
        ChoiceOperation choice, Operation searched, Func<FactValue, TKey> read, Func<TKey, FactValue> write)
        where TKey : notnull
    {
        var cases = new Dictionary<TKey, Node<T>>();
        foreach (var branch in choice.Branches)
        {
            // the first of two alike counts
            var label = read(((ConstantOperation)((ComparisonOperation)branch.Condition).Right).Value);
            if (!cases.ContainsKey(label))
                cases.Add(label, (Node<T>)Build(branch.Value));
        }

        var on = (Node<TKey>)Build(searched);
        if (!IsNoneOf(searched, choice.Else))
            return new CaseNode<TKey, T>(on, cases, (Node<T>)Build(choice.Else), null);
        var none = Cause(((NoValueOperation)choice.Else).Reason);
        return new CaseNode<TKey, T>(on, cases, null, key => none with { Text = write(key).ToString() });
    }

    /// <summary>Whether there is no value, because of what the searched one is.</summary>
    private static bool IsNoneOf(Operation searched, Operation otherwise) =>
        otherwise is NoValueOperation { Of: { } of } && SameMeaning.Holds(searched, of);
}
