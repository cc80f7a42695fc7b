// Follows a warning from period to period as the format describes it, without any of the library.
using System;
using System.Linq;

namespace KpiRules.Tests.Support;

/// <summary>What has become of a warning in one period.</summary>
internal sealed record Warned(string State, string? Severity, int Periods);

/// <param name="level">0 where no condition holds in a period, 1 to 3 for info to critical, null where nobody knows.</param>
/// <param name="until">Whether it may end in a period; null for a warning that ends as soon as no condition holds.</param>
internal sealed class WarningArithmetic(Func<int, int?> level, Func<int, bool?>? until = null, int held = 1, int lookback = 12)
{
    private static readonly string[] Severities = ["", "info", "warning", "critical"];

    /// <summary>The most severe that holds; what is not known keeps back only what is less than it.</summary>
    public static int? LevelOf(bool? critical, bool? warning) =>
        critical == true ? 3 : warning == true ? 2 : critical is null || warning is null ? null : 0;

    /// <summary>From the first period looked back to up to the one asked for; before the subject's first nothing holds.</summary>
    public Warned At(int period, int firstOfSubject)
    {
        int? Level(int at) => at < firstOfSubject ? 0 : level(at);
        var (firing, last, periods) = ((bool?)false, 0, 0);
        for (var at = period - lookback; at <= period; at++)
        {
            var isActive = Level(at) > 0 ? true : Level(at) is null ? default(bool?) : false;
            var hasHeld = Enumerable.Range(at - held + 1, held)
                .Aggregate((bool?)true, (all, one) => all & (Level(one) is { } now ? now > 0 : null));
            var hasEnded = until is null ? !isActive : !isActive & (at < firstOfSubject ? null : until(at));
            firing = hasHeld | (firing & !hasEnded);
            periods = firing == true ? periods + 1 : 0;
            last = Level(at) > 0 ? Level(at)!.Value : last;
        }

        var now = Level(period);
        return firing is null || (firing == false && now is null) ? new Warned("notAvailable", null, 0)
            : firing == true ? new Warned("firing", Severities[last], periods)
            : now > 0 ? new Warned("pending", Severities[last], 0)
            : new Warned("ok", null, 0);
    }
}
