using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Reflection;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>Facts from what ADO.NET reads.</summary>
public sealed class DataReaderTests
{
    [Fact]
    public void ADataReader_GivesRowsByItsColumns()
    {
        var table = new DataTable
        {
            Columns =
            {
                { "employee", typeof(long) },
                { "month", typeof(DateTime) },
                { "sales", typeof(decimal) },
                { "collected_amount", typeof(double) },
                { "level" }
            }
        };
        table.Rows.Add(7L, new DateTime(2026, 3, 31), 200m, 150.5, "rep");
        table.Rows.Add(8L, new DateTime(2026, 3, 1), 100m, DBNull.Value, DBNull.Value);
        table.Rows.Add(8L, new DateTime(2026, 2, 28), 50m, DBNull.Value, DBNull.Value);
        var results = Evaluate(SubjectMap.OfRows("employee", "MONTH"), table.CreateDataReader().Rows());
        results.Issues.Should().BeEmpty();
        (results["7"]["rate"].Number, results["8"]["before"].Number, results["8"]["rate"].Cause!.Root.Name)
            .Should().Be((0.7525m, 50, "collected_amount"));
    }

    [Fact]
    public void ADataReader_GivesRecords()
    {
        var table = new DataTable
        {
            Columns = { { "employee", typeof(long) }, { "day", typeof(DateTime) }, { "amount", typeof(decimal) }, { "product" } }
        };
        table.Rows.Add(7L, new DateTime(2026, 3, 31), 200m, "Manager");
        table.Rows.Add(7L, new DateTime(2026, 3, 1), 100m, "Rep");
        table.Rows.Add(7L, new DateTime(2026, 4, 1), 1000m, "Rep");
        var results = Store.Evaluate(
            Dataset.Build(d => d.AddRecords(Store, "deals", table.CreateDataReader().Rows(), "employee", "day")), March);
        results.Issues.Should().BeEmpty();
        (results["7"]["dealt"].Number, results["7"]["managed"].Number).Should().Be((300, 1));

        table.Clear();
        var none = Store.Evaluate(
            Dataset.Build(d => d.AddRecords(Store, "deals", table.CreateDataReader().Rows(), "employee", "day").Add("7", "2026-03")),
            March);
        none["7"]["dealt"].Number.Should().Be(0, "the list is there");
        FluentActions.Invoking(() => Dataset.Build(d => d.AddRecords(Store, "orders", [])))
            .Should().Throw<ArgumentException>().WithMessage("There are no records 'orders' in ruleset 'store'; there are: deals.*");
    }

    [Fact]
    public void WhatIsOddInRecords_IsReportedWithItsPlace()
    {
        IEnumerable<Dictionary<string, object?>> rows =
        [
            new() { ["subject"] = "ann", ["period"] = "2026-03", ["amount"] = TimeSpan.Zero, ["amuont"] = 1 },
            new() { ["subject"] = "ann", ["period"] = "2026-03", ["amount"] = double.NaN, ["amuont"] = 1 },
            new() { ["subject"] = "ann" },
            new() { ["period"] = "2026-03" },
            new() { ["subject"] = "ann", ["period"] = DateTime.MaxValue.Date },
        ];
        Dataset.Build(d => d.AddRecords(Store, "deals", rows, source: "orders.sql")).Issues.Select(issue => issue.ToString("en"))
            .Should().Equal(
                "orders.sql:1: data issue KPI6021: ann 2026-03: 'amount' is of the type TimeSpan, which no fact has; "
                    + "it counts as not given",
                "orders.sql:1: data issue KPI6016: the records 'deals' have no field 'amuont'; did you mean 'amount'?",
                "orders.sql:2: data issue KPI6014: ann 2026-03: 'amount' is NaN, which no exact decimal can hold; it counts as not given",
                "orders.sql:3: data issue KPI6007: ann: '' is not a period such as 2026-03, 2026-Q1 or 2026-W10; the row is left out",
                "orders.sql:4: data issue KPI6008: the row has no subject; it is left out",
                "orders.sql:5: data issue KPI6007: ann: '9999-12-31' is not a period such as 2026-03, 2026-Q1 or 2026-W10; "
                    + "the row is left out");
    }

    [Fact]
    public void ReadersWhoseColumnsCannotBeTold_AreRefused()
    {
        FluentActions.Invoking(() => Named("sales", "sales").Rows())
            .Should().Throw<ArgumentException>().WithMessage("There are two columns 'sales': give one of them an alias.*");
        FluentActions.Invoking(() => Named("sales", "").Rows())
            .Should().Throw<ArgumentException>().WithMessage("Column 2 has no name: give it an alias.*");
    }

    private static IDataReader Named(params string[] columns)
    {
        var reader = DispatchProxy.Create<IDataReader, Columns>();
        ((Columns)reader).Names = columns;
        return reader;
    }

    /// <summary>A reader that knows nothing but its columns; a table cannot have two of one name, as a join can.</summary>
    public class Columns : DispatchProxy
    {
        public string[] Names { get; set; } = [];

        protected override object? Invoke(MethodInfo? method, object?[]? arguments) =>
            method!.Name == nameof(IDataRecord.GetName) ? Names[(int)arguments![0]!] : Names.Length;
    }
}
