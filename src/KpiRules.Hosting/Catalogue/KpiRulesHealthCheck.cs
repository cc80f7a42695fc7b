// Takes the state of the catalogue, gives the health of a host's policies.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Hosting.Policies;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace KpiRules.Hosting.Catalogue;

/// <summary>
/// Healthy when all rulesets can be used as they are written; degraded while some cannot, whether or not a last good policy
/// stands in; unhealthy when there is no policy at all. Its data lists for each problem file, line, code and message, and
/// no facts. A host adds it by <c>AddHealthChecks().AddCheck&lt;KpiRulesHealthCheck&gt;("kpirules")</c>.
/// Several threads may use one.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="options">The language of messages; null for that of each ruleset.</param>
public sealed class KpiRulesHealthCheck(RulesetCatalogue catalogue, IOptions<KpiRulesOptions>? options = null) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));
        return Task.FromResult(Check(context.Registration?.FailureStatus ?? HealthStatus.Unhealthy));
    }

    private HealthCheckResult Check(HealthStatus failure)
    {
        if (!catalogue.IsLoaded)
            return new HealthCheckResult(failure, "The rulesets have not been read.");
        var set = catalogue.Current;
        var data = set.Problems.GroupBy(problem => problem.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (object)group.SelectMany(Lines).ToArray(), StringComparer.Ordinal);
        if (set.Policies.Count == 0)
            return new HealthCheckResult(failure, "There is no policy to use.", null, data);
        var inUse = $"Policies in use: {set.Policies.Count}";
        if (set.Problems.Count == 0)
            return HealthCheckResult.Healthy($"{inUse}.");
        var standIns = set.Problems.Count(problem => problem.StandIn is not null);
        return HealthCheckResult.Degraded(
            $"{inUse}; problems: {set.Problems.Count}, of which with a last good policy in use: {standIns}.", null, data);
    }

    private IEnumerable<string> Lines(RulesetProblem problem) =>
        problem.Diagnostics.Select(diagnostic => diagnostic.ToString(options?.Value.Language ?? problem.Language));
}
