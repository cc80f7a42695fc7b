// Reads the rulesets before anything else of the host starts.
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace KpiRules.Hosting.Catalogue;

internal sealed class RulesetStart(RulesetCatalogue catalogue) : IHostedLifecycleService
{
    /// <summary>Before the start of all hosted services, for they may evaluate.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => catalogue.ReloadAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
