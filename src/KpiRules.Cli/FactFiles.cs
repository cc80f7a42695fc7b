// Takes files of facts, CSV or JSON, gives a dataset; what is bad in them becomes issues of the dataset.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Facts;
using KpiRules.Reading;

namespace KpiRules.Cli;

internal static class FactFiles
{
    /// <exception cref="UsageException">A file cannot be read, or is not one of facts.</exception>
    public static Dataset Read(
        Policy policy, IReadOnlyList<string> factsFiles, string? subjectsFile, IReadOnlyList<string> records, IReadOnlyList<string> tables,
        Period? completeFrom, string language, string? openingsFile = null, string? encoding = null) => Dataset.Build(builder =>
    {
        if (completeFrom is { } period)
            builder.CompleteFrom(period);
        foreach (var file in factsFiles)
            ReadFile(builder, policy, file, needsPeriod: true, encoding, language);
        if (subjectsFile is not null)
            ReadFile(builder, policy, subjectsFile, needsPeriod: false, encoding, language);
        foreach (var option in records)
            ReadRecords(builder, policy, option, encoding, language);
        foreach (var option in tables)
            ReadTable(builder, policy, option, encoding, language);
        if (openingsFile is not null)
            OpeningsFile.Read(builder, policy, openingsFile, ReadText(openingsFile, null, language), language);
    });

    private static void ReadFile(DatasetBuilder builder, Policy policy, string file, bool needsPeriod, string? encoding, string language)
    {
        var text = ReadText(file, encoding, language);
        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            var faults = JsonFactReader.Read(builder, policy, text, file);
            if (faults.Count > 0)
                throw new UsageException(
                    ToolText.NoFactFile(language, file) + "\n" + string.Join("\n", faults.Select(fault => fault.Print(language))));
            return;
        }

        FactCsv.Read(builder, policy, file, text, needsPeriod, language);
    }

    /// <param name="option">A list and its file, such as <c>deals=deals.csv</c>.</param>
    private static void ReadRecords(DatasetBuilder builder, Policy policy, string option, string? encoding, string language)
    {
        var (equals, known) = (option.IndexOf('='), string.Join(", ", policy.Records.Select(records => records.Name)));
        if (equals <= 0)
            throw new UsageException(ToolText.BadRecords(language, option, known));
        var (list, file) = (option[..equals], option[(equals + 1)..]);
        if (policy.Records.All(records => records.Name != list))
            throw new UsageException(ToolText.NoSuchRecords(language, list, policy.Id, known));
        FactCsv.ReadRecords(builder, policy, list, file, ReadText(file, encoding, language), language);
    }

    /// <param name="option">A table and its file, such as <c>fx=fx.csv</c>.</param>
    private static void ReadTable(DatasetBuilder builder, Policy policy, string option, string? encoding, string language)
    {
        var given = policy.Tables.Where(table => table.IsGiven).Select(table => table.Name).ToList();
        var (equals, known) = (option.IndexOf('='), string.Join(", ", given));
        if (equals <= 0)
            throw new UsageException(ToolText.BadTable(language, option, known));
        var (table, file) = (option[..equals], option[(equals + 1)..]);
        if (!given.Contains(table))
            throw new UsageException(ToolText.NoSuchTable(language, table, policy.Id, known));
        FactCsv.ReadTable(builder, policy, table, file, ReadText(file, encoding, language), language);
    }

    /// <param name="encoding">Null where the file itself says it.</param>
    /// <exception cref="UsageException">The file cannot be read, or nobody can be certain how.</exception>
    public static string ReadText(string file, string? encoding, string language)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return encoding is null
                ? TextDecoding.Decode(bytes) ?? throw new UsageException(ToolText.UnknownEncoding(language, file))
                : TextDecoding.Decode(bytes, encoding) ?? throw new UsageException(ToolText.OtherEncoding(language, file, encoding));
        }
        catch (ArgumentException) when (encoding is not null)
        {
            throw new UsageException(ToolText.NoEncoding(language, encoding));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault, language);
        }
    }
}
