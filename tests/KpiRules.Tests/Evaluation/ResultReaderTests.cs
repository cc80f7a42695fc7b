using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Results as ADO.NET reads them, for bulk copies.</summary>
public sealed class ResultReaderTests
{
    private static readonly Policy Policy = Policy.Read("""
        {
          "id": "store", "version": "1",
          "measures": { "sales": { "unit": "money" }, "cost": { "unit": "money" } },
          "attributes": { "team": { "type": "text" }, "hired": { "type": "date" } },
          "kpis": { "margin": { "formula": "(sales - cost) / sales", "target": 0.25 } },
          "warnings": { "low": { "when": "margin < 0.1" } }
        }
        """).Policy!;

    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Dataset Facts = Dataset.Build(facts => facts
        .Add("ann", "2026-02", ("sales", 100), ("cost", 50))
        .Add("ann", "2026-03", ("sales", 100), ("cost", 80))
        .Add("bob", "2026-03", ("sales", 100)));

    private static readonly PeriodEvaluation Evaluation = Policy.Evaluate(Facts, March);

    [Fact]
    public void EachSubject_IsARow()
    {
        using var reader = Evaluation.ToDataReader("margin", "margin.status");
        reader.FieldCount.Should().Be(4);
        Enumerable.Range(0, 4).Select(reader.GetName).Should().Equal("subject", "period", "margin", "margin.status");
        Enumerable.Range(0, 4).Select(reader.GetFieldType).Should().Equal(typeof(string), typeof(string), typeof(decimal), typeof(string));
        reader.HasRows.Should().BeTrue();
        reader.Read().Should().BeTrue();
        (reader.GetString(0), reader.GetString(1), reader.GetDecimal(2), reader["MARGIN.STATUS"])
            .Should().Be(("ann", "2026-03", 0.2m, "yellow"));
        reader.Read().Should().BeTrue();
        var row = new object[5];
        reader.GetValues(row).Should().Be(4);
        row.Should().Equal("bob", "2026-03", DBNull.Value, DBNull.Value, null!);
        reader.IsDBNull(2).Should().BeTrue();
        FluentActions.Invoking(() => reader.GetDecimal(2)).Should().Throw<InvalidCastException>().WithMessage("*'margin'*IsDBNull*");
        (reader.Read(), reader.NextResult(), reader.HasRows).Should().Be((false, false, true));
        FluentActions.Invoking(() => reader.GetValue(0)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void ATable_LoadsIt()
    {
        using var table = new DataTable();
        using (var reader = Evaluation.ToDataReader())
            table.Load(reader);
        table.Columns.Count.Should().Be(2 + Policy.Results.Count);
        table.Rows.Count.Should().Be(2);
        foreach (var result in Policy.Results)
            table.Rows[0][result.Name].Should().Be(Boxed(Evaluation["ann"][result.Name]), result.Name);

        static object Boxed(CellValue value) => (object?)value.Number ?? (object?)value.Boolean ?? value.Text ?? (object)DBNull.Value;
    }

    [Fact]
    public void TheLongForm_HasARowForEachResult()
    {
        using var reader = Evaluation.ToLongDataReader("en", "margin", "margin.status");
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, 6).Select(column => Convert.ToString(reader[column], null))));
        rows.Should().Equal(
            $"ann|2026-03|margin|{0.2m}||",
            "ann|2026-03|margin.status||yellow|",
            "bob|2026-03|margin|||'cost' is missing",
            $"bob|2026-03|margin.status|||{Evaluation["bob"]["margin.status"].Cause!.Explain("en")}");
    }

    [Fact]
    public void Periods_FollowOneAnother()
    {
        using var reader = Policy.Evaluate(new(Facts, Period.Parse("2026-02"), March)).ToDataReader("margin");
        var rows = new List<(string, string)>();
        foreach (IDataRecord record in reader)
            rows.Add((record.GetString(1), record.GetString(0)));
        rows.Should().Equal(("2026-02", "ann"), ("2026-03", "ann"), ("2026-03", "bob"));
    }

    [Fact]
    public void NoSubjects_AreNoRows()
    {
        using var reader = Policy.Evaluate(Facts, Period.Parse("2025-03")).ToDataReader();
        (reader.HasRows, reader.Read(), reader.FieldCount).Should().Be((false, false, 2 + Policy.Results.Count));
        reader.Close();
        reader.IsClosed.Should().BeTrue();
        FluentActions.Invoking(() => reader.Read()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void WrongNames_AreTold()
    {
        FluentActions.Invoking(() => Evaluation.ToDataReader("marign")).Should().Throw<KeyNotFoundException>().WithMessage("*'margin'?");
        FluentActions.Invoking(() => Array.Empty<PeriodEvaluation>().ToDataReader()).Should().Throw<ArgumentException>();
        using var reader = Evaluation.ToDataReader();
        FluentActions.Invoking(() => reader.GetOrdinal("marign")).Should().Throw<IndexOutOfRangeException>().WithMessage("*'margin'?");
    }

    [Fact]
    public void WholeNumbers_AreReadAsIntegers()
    {
        using var reader = Evaluation.ToDataReader("margin.score", "margin");
        reader.Read();
        (reader.GetInt32(2), reader.GetInt64(2), reader.GetDouble(3)).Should().Be((80, 80L, 0.2));
        FluentActions.Invoking(() => reader.GetInt32(3)).Should().Throw<InvalidCastException>();
        FluentActions.Invoking(() => reader.GetGuid(0)).Should().Throw<InvalidCastException>();
    }
}
