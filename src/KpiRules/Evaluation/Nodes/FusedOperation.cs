// A composite that the evaluator knows as a whole, and what it is given to become a node.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A composite with a node of its own, which is faster than the operations it is short for and does as they do.</summary>
internal abstract record FusedOperation(Origin Origin, ValueKind Kind, Unit Unit) : CompositeOperation(Origin, Kind, Unit)
{
    public abstract override int GetHashCode();

    /// <summary>A property test holds it equal to <see cref="CompositeOperation.Expand"/>, causes and steps included.</summary>
    public abstract Node Fuse(INodeBuilder nodes);
}

/// <summary>Builds the nodes of the parts of an operation.</summary>
internal interface INodeBuilder
{
    /// <summary>How far back everything looks that is being built.</summary>
    Lag Lag { get; }

    Node Build(Operation operation);

    Node<decimal> Number(Operation operation);

    Node<bool> Boolean(Operation operation);

    Node<string> Text(Operation operation);

    /// <summary>A condition that need not be there.</summary>
    Node<bool>? Optional(Operation? condition);

    /// <summary>Whatever is built inside looks at fields of these records.</summary>
    /// <param name="build">Takes the slot of the records and the name of their list.</param>
    TNode Within<TNode>(RecordInput records, Func<int, string, TNode> build);
}
