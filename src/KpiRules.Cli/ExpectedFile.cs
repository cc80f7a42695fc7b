// Takes the text of last month's list as it came from a spreadsheet, gives what was paid and the facts beside it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Reconciling;

namespace KpiRules.Cli;

/// <summary>
/// Wide, a column a result, or long, with the columns result and amount. Columns are found by name, by the title that the ruleset
/// gives in any language, or by what <c>--map</c> says.
/// </summary>
internal sealed class ExpectedFile(Policy policy, string file, string language, IReadOnlyDictionary<string, string> map, Period period)
{
    private static readonly string[] ResultTitles = ["result", "item", "结果", "项目"];
    private static readonly string[] AmountTitles = ["amount", "金额"];
    private static readonly string[] SumRows = ["total", "totals", "sum", "subtotal", "grand total", "合计", "总计", "小计", "共计", "总额"];
    private static readonly string[] PayoutTitles = ["total", "合计", "总计", "应发合计"];

    private readonly Dictionary<string, string> _names = NamesOf(policy);
    private readonly HashSet<string> _seen = [];
    private bool _decimalComma;

    /// <summary>The columns nobody can use, and cells that are no number, for whoever looks at the result.</summary>
    public List<string> Notes { get; } = [];

    /// <exception cref="UsageException">There is no column for subjects, or none with what was paid.</exception>
    public ExpectedPay Read(string text)
    {
        var rows = new CsvRows(text);
        if (!rows.MoveNext() || rows.IsMalformed)
            throw new UsageException(ToolText.EmptyFile(language, file));
        _decimalComma = rows.Delimiter == ';';
        var header = rows.Fields.Select(title => title.Trim().TrimStart('\uFEFF')).ToList();
        var columns = header.Select(NameOf).ToList();
        var subject = Find(columns, header, WideFactReader.SubjectTitles, "subject");
        var when = Find(columns, header, WideFactReader.PeriodTitles, "period");
        if (subject < 0)
            throw new UsageException(ToolText.NoColumn(language, file, WideFactReader.SubjectColumn, EvaluationRun.Abridged(header)));
        var (result, amount) = (Find(columns, header, ResultTitles, "result"), Find(columns, header, AmountTitles, "amount"));
        var isLong = result >= 0 && amount >= 0;
        var used = Enumerable.Range(0, header.Count)
            .Where(i => i != subject && i != when && (!isLong || (i != result && i != amount)) && columns[i] is not null).ToList();
        int[] others = isLong ? [subject, when, result, amount] : [subject, when];
        foreach (var i in Enumerable.Range(0, header.Count).Except(used).Except(others))
            Notes.Add(ReconcileText.UnknownColumn(language, file, header[i]));
        if (!isLong && used.All(i => IsFact(columns[i]!)))
            throw new UsageException(ReconcileText.NoAmounts(language, file, policy));
        var expected = new ExpectedPay();
        while (rows.MoveNext())
        {
            if (rows.IsMalformed || rows.Fields.Length != header.Count)
                Notes.Add(ReconcileText.BadRow(language, file, rows.Line));
            else if (rows.Fields[subject].Trim() is { Length: > 0 } sum && SumRows.Contains(sum.TrimEnd(':', '：').ToLowerInvariant()))
                Notes.Add(ReconcileText.SumRow(language, file, rows.Line, sum));
            else if (rows.Fields[subject].Trim() is { Length: > 0 } whose && (when < 0 || IsOfPeriod(rows.Fields[when])))
                ReadRow(expected, rows, whose, isLong ? (result, amount) : null, used.Select(i => (i, columns[i]!)));
        }

        return expected;
    }

    private void ReadRow(
        ExpectedPay expected, CsvRows rows, string subject, (int Result, int Amount)? paid, IEnumerable<(int Column, string Name)> used)
    {
        if (paid is null && !_seen.Add(subject))
            Notes.Add(ReconcileText.SubjectAgain(language, file, rows.Line, subject));
        if (paid is { } one)
        {
            if (NameOf(rows.Fields[one.Result].Trim()) is { } name && !IsFact(name))
                Add(name, rows.Fields[one.Amount]);
            else
                Notes.Add(ReconcileText.UnknownResult(language, file, rows.Line, rows.Fields[one.Result]));
        }

        foreach (var (column, name) in used)
        {
            if (!IsFact(name))
                Add(name, rows.Fields[column]);
            else if (!IsNone(rows.Fields[column]))
                AddFact(name, rows.Fields[column].Trim());
        }

        void Add(string result, string written)
        {
            var number = IsNone(written) ? null : Number(written);
            if (number is null && !IsNone(written))
                Notes.Add(ReconcileText.NoNumber(language, file, rows.Line, written));
            expected.Add(subject, result, number);
        }

        void AddFact(string fact, string written)
        {
            var kind = policy.Facts.First(one => one.Name == fact).Kind;
            if (kind == ValueKind.Number && Number(written) is { } number)
                expected.AddFact(subject, fact, number);
            else if (kind == ValueKind.Text)
                expected.AddFact(subject, fact, written);
            else
                Notes.Add(ReconcileText.NoNumber(language, file, rows.Line, written));
        }
    }

    /// <summary>A target that is given is a result too: beside what was paid it says what that was worked out from.</summary>
    private bool IsFact(string name) => policy.Facts.Any(fact => fact.Name == name);

    private bool IsOfPeriod(string written) => policy.PeriodOf(written) == period;

    /// <summary>Null for what is none.</summary>
    private decimal? Number(string written) => FactValue.TryParseCell(written, _decimalComma, out var number) ? number : null;

    /// <summary>Whether nothing is written: blank, or a dash of any kind.</summary>
    private static bool IsNone(string written) => written.Trim() is "" or "-" or "–" or "—" or "－" or "/" or "#N/A" or "N/A";

    /// <summary>The result or fact that a title means; null for none.</summary>
    private string? NameOf(string title) =>
        map.TryGetValue(title, out var mapped) ? mapped : _names.TryGetValue(title.ToLowerInvariant(), out var name) ? name : null;

    private static int Find(List<string?> columns, List<string> header, IReadOnlyList<string> titles, string mapped)
    {
        // a number of the staff says who it is better than a name does: the earlier title goes first, wherever its column stands
        var places = titles.Select(title => header.FindIndex(one => one.Equals(title, StringComparison.OrdinalIgnoreCase)));
        return columns.IndexOf(mapped) is >= 0 and var byMap ? byMap : places.Where(place => place >= 0).DefaultIfEmpty(-1).First();
    }

    private static Dictionary<string, string> NamesOf(Policy policy)
    {
        var names = new Dictionary<string, string>();
        foreach (var (title, name) in policy.Results
            .Where(result => result.Kind == ValueKind.Number).Select(result => (result.Name, result.Name))
            .Concat(policy.Facts.Select(fact => (fact.Name, fact.Name)))
            .Concat(policy.Incentives.SelectMany(line => Titles(line.Title).Select(title => (title, line.Name))))
            .Concat(policy.Kpis.SelectMany(kpi => Titles(kpi.Title).Select(title => (title, kpi.Name))))
            .Concat(policy.Incentives.Count == 0 ? [] : PayoutTitles.Select(title => (title, "payout"))))
            names.TryAdd(title.ToLowerInvariant(), name);
        return names;
    }

    private static IEnumerable<string> Titles(LocalizedText? title) =>
        title is null ? [] : new[] { title.In("zh"), title.In("en") }.Distinct();
}
