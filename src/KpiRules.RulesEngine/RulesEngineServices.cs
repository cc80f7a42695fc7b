// The one line that lets Microsoft RulesEngine work out the policies of a host.
using System;
using KpiRules.Hosting;
using KpiRules.RulesEngine;

// not the folder's, but where a host looks for extensions of its services
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets Microsoft RulesEngine work out the policies of a host.</summary>
public static class RulesEngineServices
{
    /// <summary>
    /// Lets Microsoft RulesEngine work out every policy of the catalogue, in place of KpiRules' own evaluator; call it after
    /// <c>AddKpiRules</c>. The results are the same.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="runner">How it is done; null for as usual.</param>
    public static IServiceCollection UseRulesEngine(this IServiceCollection services, RulesEngineRunner? runner = null)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        return services.Configure<KpiRulesOptions>(options => options.Engine = runner ?? new RulesEngineRunner());
    }
}
