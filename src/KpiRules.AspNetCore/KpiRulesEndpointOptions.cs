// What a host decides about KpiRules over HTTP.
using System;
using KpiRules.Rulesets;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore;

/// <summary>
/// What a host decides about KpiRules over HTTP. Set while endpoints are mapped, on one thread. Who may call at all is said
/// as for any other endpoint, on what <c>MapKpiRules</c> returns.
/// </summary>
public sealed class KpiRulesEndpointOptions
{
    private const long LeastMemory = 1024 * 1024;

    /// <summary>
    /// Whether a caller may see a ruleset, and so evaluate with it; null, as unless set: every caller sees all. To others
    /// it is as if the ruleset were not there. Called for every ruleset in each request: it should be quick, and must be safe
    /// to call from several threads.
    /// </summary>
    public Func<HttpContext, Policy, bool>? MaySee { get; set; }

    /// <summary>
    /// Where rulesets that are sent for validation and tests find the one they extend; null, as unless set: nowhere.
    /// Diagnostics quote what they extend, so give callers only what they may read.
    /// </summary>
    public Func<HttpContext, IRulesetSource?>? Bases { get; set; }

    /// <summary>The greatest size of a body in bytes, but for streams of lines; 4 MiB unless set.</summary>
    public int MaxBodySize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The greatest size of one line of a stream in bytes; 64 KiB unless set.</summary>
    public int MaxLineSize { get; set; } = 64 * 1024;

    /// <summary>The most subjects of a request, but for streams; 10,000 unless set.</summary>
    public int MaxSubjects { get; set; } = 10_000;

    /// <summary>The most periods of a request; 366 unless set.</summary>
    public int MaxPeriods { get; set; } = 366;

    /// <summary>The most that may be odd in the facts of a request; 10,000 unless set.</summary>
    public int MaxIssues { get; set; } = 10_000;

    /// <summary>
    /// The most memory in bytes that the bodies of all requests may take together, as estimated from what they hold: a
    /// quarter of it while they arrive, the rest while they are worked on. Null, as unless set: half of what the process
    /// may use. What does not fit yet waits for its turn within its time limit; what never does is refused.
    /// </summary>
    public long? MaxMemory { get; set; }

    /// <summary>How long a request may take, its body included, but for streams; 30 s unless set.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream of lines may take; 10 minutes unless set.</summary>
    public TimeSpan StreamTimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Half of what the process may use of memory: of the machine, its container, or the limit of its heap.</summary>
    internal static long HalfOfTheMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    internal string? WritingPolicy { get; private set; }

    /// <summary>
    /// Maps what changes something in the host, for those whom an authorisation policy of the host's allows it. Unless this is
    /// called, no such endpoint is there.
    /// </summary>
    /// <param name="authorizationPolicy">The name of the policy, as <c>AddAuthorization</c> has it.</param>
    public KpiRulesEndpointOptions Writing(string authorizationPolicy)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(authorizationPolicy);
        WritingPolicy = authorizationPolicy;
        return this;
    }

    /// <exception cref="ArgumentOutOfRangeException">A limit lets nothing through, or a time is longer than 28 days.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBodySize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxLineSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSubjects);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPeriods);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIssues);
        if (MaxMemory is { } memory)
            ArgumentOutOfRangeException.ThrowIfLessThan(memory, LeastMemory, nameof(MaxMemory));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StreamTimeLimit, TimeSpan.Zero);
        // timers cannot wait much longer: each request would fail
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TimeLimit, TimeSpan.FromDays(28));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(StreamTimeLimit, TimeSpan.FromDays(28));
    }
}
