// What is logged of reading rulesets: ids 1001 to 1099, which never change their meaning. No facts, no pay.
using System;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Observation;

internal static partial class ReloadLog
{
    [LoggerMessage(1001, LogLevel.Information, "Ruleset {RulesetId} {RulesetVersion} ({ContentHash}) from {RulesetFile} is in use")]
    public static partial void InUse(ILogger logger, string rulesetId, string rulesetVersion, string contentHash, string rulesetFile);

    [LoggerMessage(1002, LogLevel.Information, "Ruleset {RulesetId} {RulesetVersion} ({ContentHash}) is in use no more")]
    public static partial void OutOfUse(ILogger logger, string rulesetId, string rulesetVersion, string contentHash);

    [LoggerMessage(1003, LogLevel.Warning, "Ruleset {RulesetId} {RulesetVersion} has warnings:\n{Diagnostics}")]
    public static partial void Warnings(ILogger logger, string rulesetId, string rulesetVersion, string diagnostics);

    [LoggerMessage(1004, LogLevel.Error, "{RulesetFile} cannot be used, and nothing stands in for it:\n{Diagnostics}")]
    public static partial void Broken(ILogger logger, string rulesetFile, string diagnostics);

    [LoggerMessage(
        1005, LogLevel.Error, "{RulesetFile} cannot be used; {RulesetId} {RulesetVersion} ({ContentHash}) stays in use:\n{Diagnostics}")]
    public static partial void StandIn(
        ILogger logger, string rulesetFile, string rulesetId, string rulesetVersion, string contentHash, string diagnostics);

    [LoggerMessage(1006, LogLevel.Information, "{RulesetFile} is no problem any more")]
    public static partial void Mended(ILogger logger, string rulesetFile);

    [LoggerMessage(1007, LogLevel.Debug, "{RulesetFile} is left alone, for it has no property of a ruleset")]
    public static partial void Other(ILogger logger, string rulesetFile);

    [LoggerMessage(1008, LogLevel.Warning, "{RulesetSource} cannot be watched for changes; it is read every {Interval} instead")]
    public static partial void NotWatched(ILogger logger, Exception fault, string rulesetSource, TimeSpan interval);

    [LoggerMessage(1009, LogLevel.Error, "A handler of a catalogue's event has thrown")]
    public static partial void HandlerFailed(ILogger logger, Exception fault);

    [LoggerMessage(1010, LogLevel.Error, "Rulesets could not be read anew; those in use stay")]
    public static partial void ReloadFailed(ILogger logger, Exception fault);
}
