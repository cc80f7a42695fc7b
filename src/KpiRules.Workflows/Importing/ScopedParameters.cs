// The parameters an expression may name: those of the workflow, then those of the rules around it; each stands for its expression.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

/// <param name="outer">Those of what is around; null for none.</param>
internal sealed class ScopedParameters(ScopedParameters? outer)
{
    private readonly Dictionary<string, (LambdaNode? Value, Diagnostic? Fault)> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameter of this name: its expression, or why it has none; null where there is none.</summary>
    public (LambdaNode? Value, Diagnostic? Fault)? this[string name] =>
        _byName.TryGetValue(name, out var found) ? found : outer?[name];

    public void Add(string name, LambdaNode? value, Diagnostic? fault) => _byName[name] = (value, fault);
}
