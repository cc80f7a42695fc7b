using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>What items add to a dataset.</summary>
public sealed class MappedItemTests
{
    private static readonly SubjectMap<Seller> Map = new SubjectMap<Seller>()
        .Subject(seller => seller.Id)
        .Fact("sales", seller => seller.Sales)
        .Fact("level", seller => seller.Level)
        .Records("deals", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount).Field("product", one => one.Product));

    [Fact]
    public void AnEmptyListOfRecords_IsThere_AndNullSaysNothing()
    {
        Evaluate(Map, new Seller { Id = "ann", Deals = [] })["ann"]["dealt"].Number.Should().Be(0);
        Evaluate(Map, new Seller { Id = "ann" })["ann"]["dealt"].Cause!.Explain("en").Should().Contain("deals");
        Evaluate(Map, new Seller { Id = "ann" }, new Seller { Id = "bob", Deals = [new Deal(5)] })["ann"]["dealt"]
            .Number.Should().Be(0, "the dataset has the list");
    }

    [Fact]
    public void RecordsThatAreNull_HaveNoFields() =>
        Evaluate(Map, new Seller { Id = "ann", Deals = [null!, new Deal(5)] })["ann"]["dealt"].Cause!.Root.Name.Should().Be("amount");

    [Fact]
    public void APeriod_ComesFromTheItemElseFromTheCall()
    {
        foreach (var map in new[]
        {
            NoPeriod().Period(_ => March),
            NoPeriod().Period(_ => " 2026-03 "),
            NoPeriod().Period(_ => new DateTime(2026, 3, 31)),
            NoPeriod()
        })
            Evaluate(map, new Seller { Id = "ann" }).Subjects.Should().Equal("ann");
#if !NETSTANDARD_BUILD
        Evaluate(NoPeriod().Period(_ => new DateOnly(2026, 3, 1)), new Seller { Id = "ann" }).Subjects.Should().Equal("ann");
#endif
        Evaluate(NoPeriod().Period(_ => "2026-02"), new Seller { Id = "ann" }).Subjects.Should().BeEmpty();

        static SubjectMap<Seller> NoPeriod() => new SubjectMap<Seller>().Subject(seller => seller.Id).Fact("sales", seller => seller.Sales);
    }

    [Fact]
    public void AMap_IsSharedByThreads()
    {
        var map = SubjectMap.Of<Seller>().For(Store);
        Parallel.For(
            0, 1000, i => Dataset.Build(d => d.AddAll([new Seller { Id = $"s{i}", Day = new DateTime(2026, 3, 1), Sales = i }], map))
                .Subjects.Should().Equal($"s{i}"));
    }

    [Fact]
    public void OneItem_IsEvaluatedAsInADataset()
    {
        var map = SubjectMap.Of<Seller>().For(Store);
        foreach (var seller in new[]
        {
            new Seller { Id = "ann", Day = new DateTime(2026, 3, 1), Sales = 5, Deals = [new Deal(3)] },
            new Seller { Id = "bob", Day = new DateTime(2026, 3, 1), Earlier = [new Seller { Day = new DateTime(2026, 2, 1), Sales = 7 }] }
        })
        {
            var together = Store.Evaluate(Dataset.Build(d => d.AddAll([seller], map).CompleteFrom("2026-02")), March)[seller.Id!];
            var alone = map.Evaluate(seller, March, null, Period.Parse("2026-02"), null, default, out _)!;
            Store.Results.Select(result => alone[result.Name].ToString())
                .Should().Equal(Store.Results.Select(result => together[result.Name].ToString()));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void WhatIsOddInItems_IsReportedWithItsPlace(string language)
    {
        var sellers = new SubjectMap<Seller>().Subject(seller => seller.Id)
            .Period(seller => seller.Id == "bad" ? "March" : "2026-03").Fact("collected_amount", seller => seller.CollectedAmount)
            .Records("deals", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount == 0 ? double.NaN : 1));
        IEnumerable<IEnumerable<KeyValuePair<string, object?>>> rows =
        [
            new Dictionary<string, object?>
            {
                ["subject"] = "dan",
                ["PERIOD"] = March,
                ["sales"] = TimeSpan.Zero,
                ["slaes"] = 1,
                ["hired"] = "soon"
            },
            new Dictionary<string, object?> { ["subject"] = "eve", ["sales"] = "900", ["slaes"] = 1 },
            new Dictionary<string, object?> { ["subject"] = "bea", ["period"] = 3 },
            new Dictionary<string, object?> { ["subject"] = "ben", ["period"] = null },
            new Dictionary<string, object?> { ["subject"] = "fay", ["period"] = TimeSpan.Zero },
            new Dictionary<string, object?> { ["subject"] = true },
        ];
        var facts = Dataset.Build(d => d
            .AddAll(
                [
                    new Seller { Id = " " },
                    null!,
                    new Seller { Id = "bad" },
                    new Seller { Id = "cat", CollectedAmount = double.NaN, Deals = [new Deal(0)] }
                ],
                sellers.For(Store))
            .AddAll(rows, SubjectMap.OfRows().For(Store), March, "query"));
        sellers.For(Store).Evaluate(new Seller { Id = "gus" }, March.Add(1), null, null, null, new RowOrigin("Seller", 5), out var leftOut)
            .Should().BeNull();
        Golden.Matches(
            string.Concat(Store.Evaluate(facts, March).Issues.Append(leftOut!).Select(issue => issue.ToString(language) + "\n")),
            "tests",
            "KpiRules.Tests",
            "Invalid",
            "Facts",
            $"mapped.{language}.txt");
    }
}
