// The type of an input or expression, as far as it is known: two that are compared have one type, whichever is found out first.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed class LambdaType
{
    private LambdaType? _same;
    private ValueKind? _kind;

    /// <summary>Where it was first found out.</summary>
    private Origin? _since;

    /// <summary>How many types are this one; the fewer join the more, so that no way to the one they share is long.</summary>
    private int _size = 1;

    /// <summary>Null as long as nothing says it.</summary>
    public ValueKind? Kind => Root._kind;

    public Origin? Since => Root._since;

    private LambdaType Root
    {
        get
        {
            var root = this;
            while (root._same is { } next)
                root = next;
            return root;
        }
    }

    public static LambdaType Of(ValueKind kind, Origin since) => new() { _kind = kind, _since = since };

    /// <summary>False where the two are known to differ; they stay as they are then.</summary>
    /// <param name="undo">Takes what makes it as it was before.</param>
    public bool TryUnite(LambdaType other, Stack<Action>? undo = null)
    {
        var (root, joining) = (Root, other.Root);
        if (ReferenceEquals(root, joining))
            return true;
        if (root._kind is { } kind && joining._kind is { } otherKind && kind != otherKind)
            return false;
        if (root._size < joining._size)
            (root, joining) = (joining, root);
        var (knownKind, knownSince, size) = (root._kind, root._since, root._size);
        undo?.Push(() => (joining._same, root._kind, root._since, root._size) = (null, knownKind, knownSince, size));
        joining._same = root;
        root._since ??= joining._since;
        root._kind ??= joining._kind;
        root._size += joining._size;
        return true;
    }
}
