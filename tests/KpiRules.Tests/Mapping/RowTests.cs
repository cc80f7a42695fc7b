using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>Facts from rows with named values, such as dictionaries.</summary>
public sealed class RowTests
{
    [Fact]
    public void DictionariesOfEveryKind_AreRows()
    {
        var row = new Dictionary<string, object?>
        {
            ["Subject"] = "ann",
            ["period"] = "2026-03",
            ["sales"] = 200,
            ["collected_amount"] = 0.5,
            ["level"] = Level.Rep,
            ["hired"] = DBNull.Value,
            ["team"] = null
        };
        IDictionary<string, object?> expando = new ExpandoObject();
        foreach (var value in row)
            expando[value.Key] = value.Value;
        foreach (var one in new IEnumerable<KeyValuePair<string, object?>>[]
        {
            row, new SortedDictionary<string, object?>(row), expando, row.ToArray(), (IReadOnlyDictionary<string, object?>)row
        })
        {
            var results = Evaluate(SubjectMap.OfRows(), one);
            results.Issues.Should().BeEmpty();
            (results["ann"]["rate"].Number, results["ann"].ValueOf("level").Value.Text, results["ann"].ValueOf("hired").Value.Kind)
                .Should().Be((0.0025m, "Rep", null));
        }
    }

    public static TheoryData<object, string> Boxed => new()
    {
        { 1.50m, "1.5" }, { 2, "2" }, { 3L, "3" }, { (short)4, "4" }, { (byte)5, "5" }, { (sbyte)-6, "-6" }, { (ushort)7, "7" },
        { 8u, "8" }, { 9UL, "9" }, { 0.1, "0.1" }, { 1.1f, "1.1" }, { (FactValue)3, "3" },
    };

    [Theory]
    [MemberData(nameof(Boxed))]
    public void ANumberOfAnyType_IsAFact(object boxed, string expected) => ValueOf("sales", boxed).Should().Be(expected);

    [Theory]
    [InlineData("level", "text", "text")]
    [InlineData("level", Level.Manager, "Manager")]
    [InlineData("active", true, "true")]
    [InlineData("hired", "2026-03-01", "2026-03-01")]
    public void OtherTypes_AreFacts(string fact, object boxed, string expected) => ValueOf(fact, boxed).Should().Be(expected);

    [Fact]
    public void Days_AreFacts()
    {
        ValueOf("hired", new DateTime(2026, 3, 31, 23, 59, 59)).Should().Be("2026-03-31");
        ValueOf("hired", new DateOnly(2026, 3, 1)).Should().Be("2026-03-01");
        ValueOf("level", Guid.Empty).Should().Be("00000000-0000-0000-0000-000000000000");
    }

    [Fact]
    public void WithoutAPeriod_RowsAreOfTheOneCalledForOrAboutTheSubject()
    {
        var row = new Dictionary<string, object?> { ["subject"] = "ann", ["sales"] = 200, ["level"] = "rep" };
        Evaluate(SubjectMap.OfRows(), row)["ann"].ValueOf("sales").Value.Number.Should().Be(200);
        var results = Store.Evaluate(Dataset.Build(d => d.AddAll([row, row], SubjectMap.OfRows().For(Store)).Add("ann", "2026-03")), March);
        results["ann"].ValueOf("level").Value.Text.Should().Be("rep");
        Issues(results).Should().Equal(
            "row:1: data issue KPI6012: 'sales' is no attribute, and without a period only attributes can be used; it is ignored");
    }

    [Fact]
    public void FactsOnlyAnItemKnows_StandBesideThoseOfTheMap()
    {
        var map = new SubjectMap<(string Id, Dictionary<string, object?> Figures)>()
            .Subject(one => one.Id)
            .Fact("level", one => one.Id)
            .Facts(one => one.Figures);
        var ann = Evaluate(map, ("ann", new Dictionary<string, object?> { ["sales"] = 3 }), ("bob", null!))["ann"];
        (ann.ValueOf("level").Value.Text, ann.ValueOf("sales").Value.Number).Should().Be(("ann", 3));
    }

    private static string ValueOf(string fact, object boxed)
    {
        var results = Evaluate(SubjectMap.OfRows(), new Dictionary<string, object?> { ["subject"] = "ann", [fact] = boxed });
        results.Issues.Should().BeEmpty();
        return results["ann"].ValueOf(fact).Value.ToString();
    }
}
