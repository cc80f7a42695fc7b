// What is logged of evaluations: ids 2001 to 2099, which never change their meaning. Only those the host turns on name anybody.
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Evaluation;

internal static partial class EvaluationLog
{
    [LoggerMessage(
        2001,
        LogLevel.Debug,
        "Evaluated {RulesetId} {RulesetVersion} ({ContentHash}) for {Period}: {SubjectCount} subjects, {IssueCount} data issues")]
    public static partial void Evaluated(
        ILogger logger, string rulesetId, string rulesetVersion, string contentHash, string period, int subjectCount, int issueCount);

    [LoggerMessage(2002, LogLevel.Debug, "{DataIssue}")]
    public static partial void Issue(ILogger logger, string dataIssue);

    [LoggerMessage(2003, LogLevel.Debug, "{Subject} in {Period} by {RulesetId} {RulesetVersion}: payout {Payout}, {HeldCount} lines held")]
    public static partial void Paid(
        ILogger logger, string subject, string period, string rulesetId, string rulesetVersion, decimal? payout, int heldCount);

    [LoggerMessage(
        2004,
        LogLevel.Warning,
        "{LeftOutCount} items of a stream were left out by {RulesetId} {RulesetVersion} for {Period}; the first is item {Item}: {Code}")]
    public static partial void LeftOut(
        ILogger logger, int leftOutCount, string rulesetId, string rulesetVersion, string period, int item, string code);

    [LoggerMessage(2005, LogLevel.Warning, "{MapWarning}")]
    public static partial void WarnOfMap(ILogger logger, string mapWarning);
}
