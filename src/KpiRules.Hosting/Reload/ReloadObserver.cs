// Takes what a reading brought, tells the log and the meter.
using System.Linq;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Policies;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Reload;

internal sealed class ReloadObserver(ILogger logger, Instruments instruments, string? language)
{
    public ILogger Logger => logger;

    public string? Language => language;

    /// <param name="isFirst">The first reading is no reload.</param>
    /// <param name="isInUse">At a start that fails only what is wrong is told.</param>
    public void Tell(CatalogueState state, bool isFirst, bool isInUse)
    {
        foreach (var problem in state.NewProblems)
            TellProblem(problem);
        if (!isInUse)
            return;
        foreach (var name in state.Others)
            ReloadLog.Other(logger, name);
        foreach (var policy in state.Went)
            ReloadLog.OutOfUse(logger, policy.Id, policy.Version, policy.ContentHash);
        foreach (var ruleset in state.Came)
            TellInUse(ruleset.Name, ruleset.InUse!);
        foreach (var name in state.Mended)
            ReloadLog.Mended(logger, name);
        if (!isFirst && (state.Came.Count > 0 || state.Went.Count > 0))
            instruments.Reloads.Add(1);
    }

    private void TellInUse(string name, Policy policy)
    {
        ReloadLog.InUse(logger, policy.Id, policy.Version, policy.ContentHash, name);
        if (policy.Diagnostics.Count > 0)
            ReloadLog.Warnings(
                logger,
                policy.Id,
                policy.Version,
                string.Join("\n", policy.Diagnostics.Select(warning => warning.Print(language ?? policy.Language))));
    }

    private void TellProblem(RulesetProblem problem)
    {
        instruments.ReloadFailures.Add(
            1, new System.Collections.Generic.KeyValuePair<string, object?>(Attributes.ErrorType, problem.Diagnostics[0].Code));
        if (problem.StandIn is { } standIn)
            ReloadLog.StandIn(logger, problem.Name, standIn.Id, standIn.Version, standIn.ContentHash, problem.Print(language));
        else
            ReloadLog.Broken(logger, problem.Name, problem.Print(language));
    }
}
