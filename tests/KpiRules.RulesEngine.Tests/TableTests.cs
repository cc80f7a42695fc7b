using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>A lookup in a workflow is a search in a list of rows: faulty ones leave nothing to say there either.</summary>
public sealed class TableTests
{
    private static readonly Period March = Period.Parse("2026-03");

    [Fact]
    public void RandomRows_AnswerAsASearchOfThemAllDoes()
    {
        var random = new Random(20261202);
        for (var i = 0; i < 25; i++)
        {
            var table = RandomTable.Next(random);
            var policy = PolicyOf(table).RunBy(new RulesEngineRunner());
            for (var set = 0; set < 10; set++)
            {
                var rows = Enumerable.Range(0, random.Next(10)).Select(_ => table.Row(random, isFaulty: set > 0)).ToList();
                var keys = Enumerable.Range(0, 20).Select(_ => table.Keys(random)).ToList();
                var facts = Dataset.Build(builder =>
                {
                    Period? period = set % 2 == 0 ? March : null;
                    builder.AddTable("t", period);
                    foreach (var (given, _) in rows)
                        builder.AddTableRow("t", period, given.Select(cell => new KeyValuePair<string, FactValue>(cell.Item1, cell.Item2)));
                    for (var s = 0; s < keys.Count; s++)
                        builder.Add($"s{s:00}", March, table.Facts(keys[s]));
                });
                var found = policy.Evaluate(facts, March).Column("k").Select(value => value.Number);
                found.Should().Equal(keys.Select(key => TableModel.Search(
                    rows.Select(row => row.Model).ToList(), table.IsByBound, key.Select(one => one.Model).ToArray(), table.Else)));
            }
        }
    }

    private static Policy PolicyOf(RandomTable table) => Policy.Read($$"""
        { "id": "x", "version": "1", "attributes": { {{table.Declared("a")}} }, "tables": { "t": {{table.Json("\"given\"")}} },
          "kpis": { "k": { "formula": "lookup(t.v, {{table.Named("a")}})" } } }
        """).Policy!;
}
