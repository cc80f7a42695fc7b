// Finds what is wrong with the options before anything is read.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Options;

namespace KpiRules.Hosting;

internal sealed class KpiRulesOptionsValidation(IServiceProvider services) : IValidateOptions<KpiRulesOptions>
{
    /// <summary>Timers cannot wait much longer; unsaid, the host would end when the first change comes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(28);

    public ValidateOptionsResult Validate(string? name, KpiRulesOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(KpiRulesOptions options)
    {
        if (options.Rulesets.All.Count == 0)
            yield return "There is no source of rulesets: AddKpiRules(o => o.Rulesets.FromFolder(\"rulesets\")), or another one.";
        foreach (var source in options.Rulesets.All)
        {
            if (source.Fault?.Invoke(services) is { } fault)
                yield return fault;
        }

        if (options.QuietTime < TimeSpan.Zero)
            yield return $"{nameof(KpiRulesOptions.QuietTime)} must not be negative, but is {options.QuietTime}.";
        if (options.Patience < TimeSpan.Zero)
            yield return $"{nameof(KpiRulesOptions.Patience)} must not be negative, but is {options.Patience}.";
        if (options.Rulesets.ReloadInterval <= TimeSpan.Zero)
            yield return $"The interval of ReloadEvery must be more than zero, but is {options.Rulesets.ReloadInterval}.";
        if (options.QuietTime > Longest || options.Patience > Longest || options.Rulesets.ReloadInterval > Longest)
            yield return $"{nameof(KpiRulesOptions.QuietTime)}, {nameof(KpiRulesOptions.Patience)} and the interval of ReloadEvery must be "
                + "at most 28 days.";
    }
}
