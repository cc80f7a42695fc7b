// Where rulesets come from, whatever it is: lists them all, and tells when something may have changed.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.Hosting.Sources;

internal abstract class RulesetOrigin(string name)
{
    /// <summary>What logs and diagnostics call it.</summary>
    public string Name { get; } = name;

    /// <exception cref="Exception">Any, where the whole of it cannot be read.</exception>
    public abstract Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellation);

    /// <summary>Calls back, from any thread, whenever something may have changed, until disposed; null where only asking tells.</summary>
    /// <exception cref="Exception">Any, where the system cannot watch it.</exception>
    public virtual IDisposable? Watch(Action changed) => null;
}
