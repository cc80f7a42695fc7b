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
    public abstract Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Whether it is known to hold something else than when it was last listed. From any thread; throws nothing.</summary>
    public virtual bool HasChanged() => false;

    /// <summary>Calls back, from any thread, whenever something may have changed, until disposed; null where only asking tells.</summary>
    /// <param name="changed">Called after a change; what comes after the call is told again.</param>
    /// <param name="cannotWatch">Called where the system cannot watch, with how often it is looked at instead.</param>
    /// <param name="time">The clock of intervals.</param>
    /// <exception cref="Exception">Any, where it can be watched in no way.</exception>
    public virtual IDisposable? Watch(Action changed, Action<Exception, TimeSpan> cannotWatch, TimeProvider time) => null;
}
