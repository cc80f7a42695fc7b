// A place of the host's own that rulesets are kept in, such as a database.
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Rulesets;
using Microsoft.Extensions.Primitives;

namespace KpiRules.Hosting.Sources;

/// <summary>
/// A place of the host's own that rulesets are kept in, such as a database. Called by one reading at a time, from any
/// thread. What it throws is reported, and the policies read before stay in use.
/// </summary>
public interface IRulesetStore
{
    /// <summary>
    /// All rulesets, as one consistent state. Bases are among them and found by the name they have here, else by their id.
    /// </summary>
    /// <returns>Each with a name that is its own and stays the same when the text changes, such as its key.</returns>
    Task<IReadOnlyList<RulesetText>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A token that fires once when something may have changed; null when only asking tells. Asked again after each firing.
    /// </summary>
    IChangeToken? Watch();
}
