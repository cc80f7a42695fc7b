// Takes files of facts, CSV or JSON, gives a dataset; what is bad in them becomes issues of the dataset.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal static class FactFiles
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <exception cref="UsageException">A file cannot be read, or is not one of facts.</exception>
    public static Dataset Read(Policy policy, string factsFile, string? subjectsFile, string language) => Dataset.Build(builder =>
    {
        ReadFile(builder, policy, factsFile, needsPeriod: true, language);
        if (subjectsFile is not null)
            ReadFile(builder, policy, subjectsFile, needsPeriod: false, language);
    });

    private static void ReadFile(DatasetBuilder builder, Policy policy, string file, bool needsPeriod, string language)
    {
        var text = ReadText(file);
        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            var faults = JsonFactReader.Read(builder, policy.Facts, text, file);
            if (faults.Count > 0)
                throw new UsageException($"'{file}' is no file of facts\n" + string.Join("\n", faults.Select(fault => fault.Print(language))));
            return;
        }

        ReadCsv(builder, policy, file, text, needsPeriod);
    }

    private static void ReadCsv(DatasetBuilder builder, Policy policy, string file, string text, bool needsPeriod)
    {
        var malformed = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text).ToString(),
            BadDataFound = _ => malformed = true,
            IgnoreBlankLines = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read())
            throw new UsageException($"'{file}' is empty; its first line must name the columns: subject,period,…");
        var reader = new WideFactReader(builder, policy.Facts, file, parser.Record!);
        if (!reader.HasSubject)
            throw new UsageException($"'{file}' has no column 'subject'; its columns are: {string.Join(", ", parser.Record!)}");
        if (needsPeriod && !reader.HasPeriod)
            throw new UsageException($"'{file}' has no column 'period'; its columns are: {string.Join(", ", parser.Record!)}");
        while (true)
        {
            malformed = false;
            var row = parser.RawRow + 1;
            if (!parser.Read())
                return;
            if (malformed)
                reader.ReportMalformed(row);
            else
                reader.Read(row, parser.Record!);
        }
    }

    /// <summary>The first of comma, semicolon and tab that the header has: spreadsheets differ by country.</summary>
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var first = header.IndexOfAny(Delimiters);
        return first < 0 ? ',' : header[first];
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"'{file}' is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault);
        }
    }
}
