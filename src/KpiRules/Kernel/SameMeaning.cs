// Takes two operations, says whether they mean the same wherever they stand: part by part from a list, so that nothing nests.
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace KpiRules.Kernel;

/// <remarks>
/// Operations share parts, and nest as deep as formulas do. So a part that is shared is compared and hashed once, and neither
/// recurses: the stack does not matter.
/// </remarks>
internal static class SameMeaning
{
    /// <summary>What remains to be compared in the comparison that this thread is in; null outside of any.</summary>
    [ThreadStatic]
    private static Stack<(Operation, Operation)>? _open;

    /// <summary>
    /// Within a comparison it only notes two parts, to be compared next, and says yes for now: whoever compares parts says yes
    /// where all of them are equal.
    /// </summary>
    public static bool Holds(Operation one, Operation? other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if (other is null || one.GetHashCode() != other.GetHashCode())
            return false;
        if (one is LeafOperation)
            return one.Equals((object)other);
        if (_open is null)
            return Compare(one, other);
        _open.Push((one, other));
        return true;
    }

    /// <summary>Hashes all parts that are not yet, the innermost first.</summary>
    public static void HashAll(IReadOnlyList<Operation> parts)
    {
        var open = new Stack<(Operation Whole, IReadOnlyList<Operation> Parts)>();
        Push(parts);
        while (open.Count > 0)
        {
            var (whole, inner) = open.Peek();
            if (Push(inner))
                continue;
            open.Pop();
            _ = whole.GetHashCode();
        }

        bool Push(IReadOnlyList<Operation> all)
        {
            var before = open.Count;
            foreach (var part in all)
            {
                if (!part.IsHashed)
                    open.Push((part, part.Parts()));
            }

            return open.Count > before;
        }
    }

    private static bool Compare(Operation one, Operation other)
    {
        var seen = new HashSet<(Operation, Operation)>(SameObjects.Instance);
        _open = new Stack<(Operation, Operation)>([(one, other)]);
        try
        {
            while (_open.Count > 0)
            {
                var (left, right) = _open.Pop();
                if (seen.Add((left, right)) && !left.Equals((object)right))
                    return false;
            }

            return true;
        }
        finally
        {
            _open = null;
        }
    }

    private sealed class SameObjects : IEqualityComparer<(Operation, Operation)>
    {
        public static readonly SameObjects Instance = new();

        public bool Equals((Operation, Operation) x, (Operation, Operation) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Operation, Operation) pair) =>
            unchecked(RuntimeHelpers.GetHashCode(pair.Item1) * 31 + RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
