using System;
using System.Collections.Generic;
using System.Data;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Mapping;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What the documentation shows of maps compiles, and does what it says.</summary>
public sealed class MapDocumentationTests
{
    [Fact]
    public async Task TheCodeInTheDocumentation_IsTheOneBelow()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "KpiRules.Hosting.Tests", "MapDocumentationTests.cs"))
            .Replace("\r\n", "\n");
        var section = File.ReadAllText(Repository.PathOf("docs", "hosting.md"))
            .Split("## Facts from the host's own types")[1].Split("\n## ")[0];
        var shown = section.Split("```csharp")
            .Skip(1)
            .Select(block => block.Split("```")[0])
            .SelectMany(block => block.Split('\n'))
            .Select(line => line.Split("//")[0].Trim())
            .Where(line => line.Length > 0).ToList();
        shown.Should().HaveCountGreaterThan(20).And.OnlyContain(line => source.Contains(line));
        await TheOneBelow();
    }

    private static async Task TheOneBelow()
    {
        var policy = Policy.Read("""
            { "id": "acme", "version": "1", "company": "Acme",
              "measures": { "sales": {}, "visit_count": {} }, "attributes": { "level": { "type": "text" } },
              "records": { "deals": { "fields": { "amount": {}, "product": { "type": "text" } } } },
              "kpis": { "sales_amount": { "formula": "sales", "target": "given" } } }
            """).Policy!;
        var (evaluator, march, saved) = (new KpiEvaluator(RulesetCatalogue.Of(policy)), Period.Parse("2026-03"), new List<string>());
        Seller[] sellers = [new Seller
        {
            Id = 7,
            Month = new DateTime(2026, 3, 1),
            Sales = 5,
            Goal = 4,
            Deals = [new Deal(3, "A", new DateTime(2026, 3, 9))]
        }];
        Employee[] employees = [new Employee("8", Level.Rep)];
        using var reader = new DataTable
        {
            Columns = { { "employee_id", typeof(int) }, { "month" }, { "sales", typeof(decimal) } },
            Rows = { { 8, "2026-03", 6m } }
        }.CreateDataReader();
        using var lines = new DataTable
        {
            Columns = { { "employee_id", typeof(int) }, { "booked_on", typeof(DateTime) }, { "amount", typeof(decimal) } },
            Rows = { { 8, new DateTime(2026, 3, 9), 6m } }
        }.CreateDataReader();

        SubjectMap<Seller> map = SubjectMap.Of<Seller>();
        SubjectMap<Sale> other = new SubjectMap<Sale>()
            .Subject(x => x.EmployeeId).Period(x => x.Month).Fact("sales", x => x.Amount).Fact("sales_amount.target", x => x.Goal)
            .Records("deals", x => x.Lines, line => line.Date(x => x.BookedOn).Field("amount", x => x.Net).Field("product", x => x.Sku));

        PeriodEvaluation month = evaluator.Evaluate("Acme", sellers, map, march);
        var stream = Support.Sales.Stream(sellers);
        await foreach (SubjectEvaluation one in evaluator.EvaluateAsync("Acme", stream, map, march))
            await SaveAsync(one);

        Dataset facts = Dataset.Build(d => d
            .AddAll(sellers, map.For(policy))
            .AddAll(employees, SubjectMap.Of<Employee>().For(policy))
            .AddAll(reader.Rows(), SubjectMap.OfRows("employee_id", "month").For(policy))
            .AddRecords(policy, "deals", lines.Rows(), "employee_id", "booked_on")
            .CompleteFrom("2026-01"));

        var mixed = evaluator.Evaluate("Acme", facts, march);
        mixed.Issues.Should().BeEmpty();
        (month["7"]["sales_amount.attainment"].Number, mixed["8"]["sales_amount"].Number, mixed.Subjects.Count).Should().Be((1.25m, 6, 2));
        saved.Should().Equal("7");
        evaluator.Evaluate("Acme", [new Sale("9", "2026-03", 1, null, [])], other, march).Issues.Should().BeEmpty();

        Task SaveAsync(SubjectEvaluation one)
        {
            saved.Add(one.Subject);
            return Task.CompletedTask;
        }
    }

    public enum Level
    {
        Rep,
        Manager,
    }

    public sealed class Seller
    {
        [SubjectId] public int Id { get; set; }
        [Period] public DateTime Month { get; set; }
        [Measure("sales")] public decimal? Sales { get; set; }
        [Measure] public int VisitCount { get; set; }
        [SubjectAttribute("level")] public Level Level { get; set; }
        [Target("sales_amount")] public decimal Goal { get; set; }
        [Records("deals")] public List<Deal> Deals { get; set; } = [];
        [History] public List<Seller> Earlier { get; set; } = [];
    }

    public sealed record Deal(
        [property: Field("amount")] decimal Amount, [property: Field] string Product, [property: RecordDate] DateTime ClosedOn);

    private sealed record Employee([property: SubjectId] string Id, [property: SubjectAttribute] Level Level);

    private sealed record Line(DateTime BookedOn, decimal Net, string? Sku);

    private sealed record Sale(string EmployeeId, string Month, decimal Amount, decimal? Goal, IReadOnlyList<Line> Lines);
}
