using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>Facts from classes that say themselves what their properties are.</summary>
public sealed class AttributeMapTests
{
    private const string Id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    private static readonly Policy OfValues = Read($$"""
        "kpis": {},
        "measures": { {{Declared("decimal", "int", "long", "short", "byte", "s_byte", "u_short", "u_int", "u_long", "double", "float", "maybeDecimal", "MaybeInt", "maybe_long", "maybe-short", "MAYBE_BYTE", "maybe_double", "maybe_float")}} },
        "attributes": {
          {{Declared("bool:boolean", "maybe_bool:boolean", "date_time:date", "maybe_date_time:date", "date_only:date", "maybe_date_only:date")}},
          {{Declared("string:text", "guid:text", "maybe_guid:text", "enum:text", "maybe_enum:text", "fact_value:text")}}
        }
        """);

    public static TheoryData<string, string> EveryType => new()
    {
        { "decimal", "1.5" }, { "int", "-2" }, { "long", "3" }, { "short", "4" }, { "byte", "5" }, { "s_byte", "-6" }, { "u_short", "7" },
        { "u_int", "8" }, { "u_long", "9" },
        { "double", "0.1" }, { "float", "1.1" }, { "bool", "true" }, { "date_time", "2026-03-31" }, { "date_only", "2026-03-01" },
        { "string", "text" }, { "guid", Id },
        { "enum", "Manager" }, { "fact_value", "anything" }, { "maybeDecimal", "1.5" }, { "MaybeInt", "-2" }, { "maybe_long", "3" },
        { "maybe-short", "4" }, { "MAYBE_BYTE", "5" },
        { "maybe_double", "0.1" }, { "maybe_float", "1.1" }, { "maybe_bool", "true" }, { "maybe_date_time", "2026-03-31" },
        { "maybe_date_only", "2026-03-01" },
        { "maybe_guid", Id }, { "maybe_enum", "Manager" },
    };

    [Theory]
    [MemberData(nameof(EveryType))]
    public void EveryTypeOfProperty_IsAFact(string fact, string expected)
    {
        ValueOf(SubjectMap.Of<Values>(), new Values(), fact).Should().Be(expected);
        // as where no code can be generated for an element's type
        ValueOf(new AttributeReader<object>(typeof(Values)).Subject(), new Values(), fact).Should().Be(expected);
    }

    [Fact]
    public void Null_IsNotGiven()
    {
        foreach (var fact in OfValues.Facts.Where(
            fact => fact.Name.StartsWith("maybe", StringComparison.OrdinalIgnoreCase) || fact.Name is "string" or "fact_value"))
            ValueOf(SubjectMap.Of<Values>(), Values.Nothing, fact.Name).Should().BeEmpty();
    }

    [Fact]
    public void AClass_GivesFactsRecordsAndHistory()
    {
        var results = Evaluate(SubjectMap.Of<Seller>(), new Seller
        {
            Id = " ann ", Day = new DateTime(2026, 3, 12), Sales = 200, CollectedAmount = 150.5, Level = Level.Rep, RateTarget = 0.5m,
            DrawnOpening = 20,
            Deals = [new Deal(70, Level.Rep), new Deal(30, Level.Manager)],
            Earlier = [
                new Seller { Day = new DateTime(2026, 2, 1), Sales = 90, Deals = [new Deal(1)] },
                new Seller { Day = new DateTime(2026, 1, 1), Sales = 10, Id = "ignored" }
            ],
        });
        results.Issues.Should().BeEmpty();
        var ann = results["ann"];
        new[] { "rate", "rate.target", "year", "before", "dealt", "managed", "drawn.opening" }.Select(name => ann[name].Number)
            .Should().Equal(0.7525m, 0.5m, 300, 90, 100, 1, 20);
        ann.ValueOf("level").Value.Text.Should().Be("Rep");
    }

    [Fact]
    public void Structs_AreRead()
    {
        var results = Evaluate(
            SubjectMap.Of<Reading>(), new Reading(7, "2026-03", 5, Level.Manager), new Reading(8, "2026-03", null, Level.Rep));
        (results["7"].ValueOf("sales").Value.Number, results["7"].ValueOf("level").Value.Text, results["8"].ValueOf("sales").Value.Kind)
            .Should().Be((5, "Manager", null));
    }

    [Fact]
    public void Interfaces_AreReadWithThoseTheyExtend()
    {
        var results = Evaluate(SubjectMap.Of<IReading>(), new OfInterface());
        results["eve"].ValueOf("sales").Value.Number.Should().Be(3);
    }

    [Fact]
    public void AttributesAndCode_GoTogether()
    {
        var map = SubjectMap.Of<Seller>().Fact("team", seller => seller.Id + "'s");
        Evaluate(map, new Seller { Id = "ann", Day = new DateTime(2026, 3, 1) })["ann"].ValueOf("team").Value.Text.Should().Be("ann's");
        FluentActions.Invoking(() => map.Fact("sales", seller => seller.Sales))
            .Should().Throw<ArgumentException>().WithMessage("The map of Seller already has a fact 'sales'.");
    }

    private static string ValueOf<T>(SubjectMap<T> map, T item, string fact) =>
        OfValues.Evaluate(Dataset.Build(d => d.AddAll([item], map.For(OfValues), March)), March)[Id].ValueOf(fact).Value.ToString();

    private static string Declared(params IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => name.Split(':'))
            .Select(name => $"\"{name[0]}\": {{ {(name.Length > 1 ? $"\"type\": \"{name[1]}\"" : "")} }}"));

    private sealed class OfInterface : IReading
    {
        public string Id => "eve";

        public decimal Sales => 3;
    }
}
