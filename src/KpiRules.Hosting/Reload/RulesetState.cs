// What is known of one ruleset between two readings: what was read, what is in use, and since when it has been bad.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Reload;

/// <param name="Name">What people call it.</param>
/// <param name="Reading">What it says now; null when it is not there any more.</param>
/// <param name="InUse">The last good policy; null when there never was one.</param>
internal sealed record RulesetState(string Name, RulesetReading? Reading, Policy? InUse)
{
    /// <summary>It cannot be used by itself, but others extend it: nothing is wrong with it.</summary>
    public bool IsBaseOnly { get; init; }

    /// <summary>Since when it has been bad or gone; null when it is good.</summary>
    public TimeSpan? BadSince { get; init; }

    /// <summary>What was wrong at the last reading, told or not.</summary>
    public string? Fault { get; init; }

    /// <summary>It may be half-written, or on its way from one name to another: nothing is said of it yet.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>What was said of it; null when it is good, or was until now.</summary>
    public RulesetProblem? Problem { get; init; }

    /// <param name="reading">What is bad; null for a ruleset that is gone.</param>
    /// <param name="faults">What is wrong; empty for a ruleset that is gone.</param>
    /// <returns>The state after; null when it can be forgotten.</returns>
    public RulesetState? Bad(RulesetReading? reading, IReadOnlyList<Diagnostic> faults, TimeSpan now, TimeSpan patience)
    {
        var fault = Printed(faults);
        var isTold = reading is not null && Problem is not null && fault == Printed(Problem.Diagnostics);
        // wrong in another way than was told: somebody is at work again
        var since = Problem is not null && !isTold && fault != Fault ? now : BadSince ?? now;
        var isWaiting = !isTold && now - since < patience;
        if (reading is null && !isWaiting)
            return null;
        var problem = isTold || isWaiting
            ? Problem
            : new RulesetProblem(Name, faults, reading!.OmittedDiagnostics, reading.Language, InUse);
        return this with
        {
            Reading = reading,
            Fault = fault,
            BadSince = since,
            IsWaiting = isWaiting,
            Problem = problem,
            IsBaseOnly = false
        };
    }

    private static string Printed(IReadOnlyList<Diagnostic> diagnostics) => string.Join("\n", diagnostics);
}
