// The file that carries what is deferred from one run to the next: JSON, by list, the records that open the period after.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Reading;

namespace KpiRules.Cli;

internal static class OpeningsFile
{
    /// <summary>What is deferred at the end of the last period evaluated; nothing where the policy has no release.</summary>
    public static string? Write(EvaluationRun run) => run.Evaluations[^1] is { Deferred: { } deferred } last
        ? JsonText.Write(json =>
        {
            json.WriteStartObject();
            ReleaseJson.WriteLists(json, last, deferred);
            json.WriteEndObject();
        })
        : null;

    /// <exception cref="UsageException">The file is not of this form.</exception>
    public static void Read(DatasetBuilder builder, Policy policy, string file, string text, string language)
    {
        var faults = JsonRecordLists.Read(builder, policy, text, file);
        if (faults.Count > 0)
            throw new UsageException(
                ToolText.NoOpeningsFile(language, file) + "\n" + string.Join("\n", faults.Select(fault => fault.Print(language))));
    }
}
