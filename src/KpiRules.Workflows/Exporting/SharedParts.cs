// Remembers which parts stand in several places of an operation, so that whoever writes them does so once.
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

/// <remarks>
/// By object, not by meaning: what a composite means to be written once it holds as one object. Parts that are alike and stand
/// apart, such as <c>margin &lt; 0</c>, are short and read better where they stand; long ones have one parameter for one text.
/// </remarks>
internal sealed class SharedParts
{
    private readonly HashSet<Operation> _shared = new(SameObject.Instance);

    public bool Contains(Operation operation) => _shared.Contains(operation);

    /// <summary>Looks through an operation; a part that is met again is not looked through again.</summary>
    public void Find(Operation operation) => Visit(operation, new HashSet<Operation>(SameObject.Instance));

    private void Visit(Operation operation, HashSet<Operation> seen)
    {
        foreach (var part in operation.Parts())
        {
            if (!seen.Add(part))
                _shared.Add(part);
            else
                Visit(part, seen);
        }
    }

    private sealed class SameObject : IEqualityComparer<Operation>
    {
        public static readonly SameObject Instance = new();

        public bool Equals(Operation? x, Operation? y) => ReferenceEquals(x, y);

        public int GetHashCode(Operation operation) => RuntimeHelpers.GetHashCode(operation);
    }
}
