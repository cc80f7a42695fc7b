// How bad a remark is.
namespace KpiRules.Cli.Reports;

internal enum RemarkLevel
{
    /// <summary>The ruleset cannot be used, or a test of it fails.</summary>
    Error,

    /// <summary>It can be used, and is hardly meant so.</summary>
    Warning,

    /// <summary>Something odd in the facts of a test.</summary>
    Note,
}
