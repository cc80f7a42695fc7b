// Takes the text of a CSV file of facts, records or rows of a table, adds its rows to a dataset; every row is read or named in an issue.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Facts;
using KpiRules.Reading;

namespace KpiRules.Cli;

internal static class FactCsv
{
    /// <param name="file">What to call the text in issues.</param>
    /// <param name="needsPeriod">Whether rows without a period, which are about subjects as such, are no use.</param>
    /// <exception cref="UsageException">The header cannot be used.</exception>
    public static void Read(DatasetBuilder builder, Policy policy, string file, string text, bool needsPeriod, string language)
    {
        var rows = Open(file, text, language, WideFactReader.IsHeader);
        var reader = new WideFactReader(builder, policy, file, rows.Fields, rows.Line, HasDecimalComma(rows));
        CheckColumns(rows, file, reader.HasSubject, !needsPeriod || reader.HasPeriod, language);
        ReadRows(rows, reader.Read, reader.ReportMalformed);
    }

    /// <param name="list">A list of records that the policy has.</param>
    /// <exception cref="UsageException">The header cannot be used.</exception>
    public static void ReadRecords(DatasetBuilder builder, Policy policy, string list, string file, string text, string language)
    {
        var rows = Open(file, text, language, WideFactReader.IsHeader);
        var reader = new RecordRowReader(builder, policy, list, file, rows.Fields, rows.Line, HasDecimalComma(rows));
        CheckColumns(rows, file, reader.HasSubject, reader.HasPeriod, language);
        ReadRows(rows, reader.Read, reader.ReportMalformed);
    }

    /// <param name="table">A table of the policy whose rows are given.</param>
    /// <exception cref="UsageException">The header cannot be used.</exception>
    public static void ReadTable(DatasetBuilder builder, Policy policy, string table, string file, string text, string language)
    {
        var known = policy.Tables.First(one => one.Name == table);
        var columns = known.Keys.Select(key => key.Name).Concat(known.Values.Select(value => value.Name)).ToHashSet();
        var rows = Open(file, text, language, names => names.Any(columns.Contains));
        var reader = new TableRowReader(builder, policy, table, file, rows.Fields, rows.Line, HasDecimalComma(rows));
        ReadRows(rows, reader.Read, reader.ReportMalformed);
    }

    /// <summary>At the header: the first row, or the first that can be one, if a title stands above it.</summary>
    private static CsvRows Open(string file, string text, string language, Func<IReadOnlyList<string>, bool> isHeader)
    {
        var rows = new CsvRows(text);
        for (var i = 0; i < CsvRows.MostTitleLines && rows.MoveNext() && !rows.IsMalformed; i++)
        {
            if (isHeader(rows.Fields))
            {
                rows.TakeAsHeader();
                return rows;
            }

            // a title is on one line; anything else is a header gone wrong, and is told of
            if (rows.Fields.Any(field => field.AsSpan().IndexOfAny('\r', '\n') >= 0))
                break;
        }

        // without one, the first row is told of
        rows = new CsvRows(text);
        if (!rows.MoveNext())
            throw new UsageException(ToolText.EmptyFile(language, file));
        return rows.IsMalformed ? throw new UsageException(ToolText.BadHeader(language, file, rows.Line)) : rows;
    }

    /// <summary>Where a semicolon divides the fields, the comma is taken.</summary>
    private static bool HasDecimalComma(CsvRows rows) => rows.Delimiter == ';';

    private static void CheckColumns(CsvRows rows, string file, bool hasSubject, bool hasPeriod, string language)
    {
        if (!hasSubject || !hasPeriod)
        {
            var missing = hasSubject ? WideFactReader.PeriodColumn : WideFactReader.SubjectColumn;
            throw new UsageException(ToolText.NoColumn(language, file, missing, EvaluationRun.Abridged(rows.Fields)));
        }
    }

    private static void ReadRows(CsvRows rows, Action<int, IReadOnlyList<string?>> read, Action<int> reportMalformed)
    {
        while (rows.MoveNext())
        {
            if (rows.IsMalformed)
                reportMalformed(rows.Line);
            else
                read(rows.Line, rows.Fields);
        }
    }
}
