// The one line that plugs KpiRules into a host.
using System;
using System.Linq;
using KpiRules.Hosting;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

// not the folder's, but where a host looks for extensions of its services
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Plugs KpiRules into a host.</summary>
public static class KpiRulesServices
{
    /// <summary>
    /// Adds the singletons <see cref="RulesetCatalogue"/> and <see cref="KpiEvaluator"/>, and reads the rulesets before the
    /// host's other services start. May be called several times: sources add up.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Names at least one source of rulesets. The options are checked when the host starts.</param>
    public static IServiceCollection AddKpiRules(this IServiceCollection services, Action<KpiRulesOptions> configure)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        services.AddOptions<KpiRulesOptions>().Configure(configure ?? throw new ArgumentNullException(nameof(configure))).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KpiRulesOptions>, KpiRulesOptionsValidation>());
        services.TryAddSingleton(CreateCatalogue);
        services.TryAddSingleton<KpiEvaluator>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RulesetStart>());
        return services;
    }

    /// <summary>
    /// The same with what stands in the host's configuration, such as the section <c>KpiRules</c> of <c>appsettings.json</c>: the
    /// options by their names, and under <c>Rulesets</c> a list <c>Folders</c>, <c>ReloadOnChange</c> and <c>ReloadEvery</c>. What is
    /// wrong, a name or a value, keeps the host from starting; the message lists all of it.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The section; read once, when the options are first asked for.</param>
    /// <param name="configure">Sets what configuration cannot, such as the engine or a store; called after it. Null for nothing.</param>
    public static IServiceCollection AddKpiRules(
        this IServiceCollection services, IConfiguration configuration, Action<KpiRulesOptions>? configure = null)
    {
        if (configuration is null)
            throw new ArgumentNullException(nameof(configuration));
        return AddKpiRules(services, options =>
        {
            KpiRulesConfiguration.Bind(configuration, options);
            configure?.Invoke(options);
        });
    }

    private static RulesetCatalogue CreateCatalogue(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<KpiRulesOptions>>().Value;
        var logger = services.GetService<ILogger<RulesetCatalogue>>() ?? NullLogger<RulesetCatalogue>.Instance;
        var observer = new ReloadObserver(
            logger, new Instruments(services.GetService<System.Diagnostics.Metrics.IMeterFactory>()), options.Language);
        var origins = options.Rulesets.All.Select(source => source.Create(services)).ToList();
        return new RulesetCatalogue(origins, options, services.GetService<TimeProvider>() ?? TimeProvider.System, observer);
    }
}
