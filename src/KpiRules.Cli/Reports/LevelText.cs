// How levels are called in JSON and SARIF alike.
namespace KpiRules.Cli.Reports;

internal static class LevelText
{
    public static string Of(RemarkLevel level) => level switch
    {
        RemarkLevel.Error => "error",
        RemarkLevel.Warning => "warning",
        RemarkLevel.Note => "note",
    };
}
