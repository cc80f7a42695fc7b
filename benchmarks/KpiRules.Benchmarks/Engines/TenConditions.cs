// What do ten conditions cost by KpiRules, and by Microsoft RulesEngine?
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using KpiRules.Facts;
using KpiRules.RulesEngine;
using KpiRules.Workflows;
using RulesEngine.Models;

namespace KpiRules.Benchmarks.Engines;

[MemoryDiagnoser]
public class TenConditions
{
    private static readonly string[] Formulas =
    [
        "collected / sales < 0.8", "sales - cost < 40000", "(sales - cost) / sales < 0.25", "orders < 20",
        "visits > 50 and orders / visits < 0.2",
        "complaints > 3 or complaints / orders > 0.1", "sales / orders < 2500", "not (collected >= 60000)",
        "sales < 100000 and visits < 90", "cost / sales > 0.7",
    ];

    private const int Subjects = 1000;

    private static readonly Period March = Period.Parse("2026-03");
    private static readonly string[] Names = Enumerable.Range(0, Formulas.Length).Select(i => $"c{i}").ToArray();

    private readonly Facts[] _facts = Enumerable.Range(0, Subjects)
        .Select(i => new Facts
        {
            sales = 100_000 + i * 37,
            cost = 84_000 + i % 7 * 1000,
            collected = 90_000 - i * 11,
            orders = 15 + i % 50,
            visits = 100 + i % 90,
            complaints = i % 8
        }).ToArray();

    private readonly Dataset _dataset;
    private readonly Policy _policy;
    private readonly Policy _policyByRulesEngine;
    private readonly global::RulesEngine.RulesEngine _written;
    private readonly global::RulesEngine.RulesEngine _exported;

    public TenConditions()
    {
        var members = typeof(Facts).GetProperties();
        var measures = members.Select(member => member.Name).ToList();
        _dataset = Dataset.Build(builder =>
        {
            for (var i = 0; i < Subjects; i++)
                builder.Add(
                    $"s{i}", "2026-03", members.Select(member => (member.Name, (FactValue)(decimal)member.GetValue(_facts[i])!)).ToArray());
        });
        var kpis = string.Join(", ", Formulas.Select((formula, i) => $"\"c{i}\": {{ \"formula\": \"if({formula}, 1, 0)\" }}"));
        _policy = Policy.Read($$"""
            { "id": "ten", "version": "1",
              "measures": { {{string.Join(", ", measures.Select(name => $"\"{name}\": {{}}"))}} }, "kpis": { {{kpis}} } }
            """).Policy!;
        _policyByRulesEngine = _policy.RunBy(new RulesEngineRunner());
        var written = Formulas.Select((formula, i) => new Rule { RuleName = $"c{i}", Expression = Lambda(formula, measures) });
        _written = new global::RulesEngine.RulesEngine([new Workflow { WorkflowName = "ten", Rules = written.ToList() }]);
        _exported = new global::RulesEngine.RulesEngine(JsonSerializer.Deserialize<Workflow[]>(RulesEngineExport.Write(_policy).Json));
    }

    [GlobalSetup]
    public async Task Setup()
    {
        var expected = CSharpByHand();
        if (expected != KpiRulesEvaluate()
            || expected != KpiRulesByRulesEngine()
            || expected != await RulesEngineAsWritten()
            || expected != await RulesEngineAsExported())
            throw new InvalidOperationException("They do not compute the same.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Subjects)]
    public int CSharpByHand()
    {
        var sum = 0;
        foreach (var f in _facts)
        {
            sum += Count(f.collected / f.sales < 0.8m) + Count(f.sales - f.cost < 40000)
                + Count((f.sales - f.cost) / f.sales < 0.25m) + Count(f.orders < 20)
                + Count(f.visits > 50 && f.orders / f.visits < 0.2m)
                + Count(f.complaints > 3 || f.complaints / f.orders > 0.1m) + Count(f.sales / f.orders < 2500)
                + Count(!(f.collected >= 60000)) + Count(f.sales < 100000 && f.visits < 90) + Count(f.cost / f.sales > 0.7m);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Subjects)]
    public int KpiRulesEvaluate() => Holding(_policy);

    /// <summary>The same policy, all of its cells by RulesEngine.</summary>
    [Benchmark(OperationsPerInvoke = Subjects)]
    public int KpiRulesByRulesEngine() => Holding(_policyByRulesEngine);

    /// <summary>As somebody writes it who has every fact, and no zeros.</summary>
    [Benchmark(OperationsPerInvoke = Subjects)]
    public async Task<int> RulesEngineAsWritten()
    {
        var sum = 0;
        foreach (var facts in _facts)
            sum += (await _written.ExecuteAllRulesAsync("ten", facts)).Count(result => result.IsSuccess);
        return sum;
    }

    /// <summary>With what we say about facts that are missing, and zeros.</summary>
    [Benchmark(OperationsPerInvoke = Subjects)]
    public async Task<int> RulesEngineAsExported()
    {
        var sum = 0m;
        foreach (var facts in _facts)
            sum += (await _exported.ExecuteAllRulesAsync("ten", facts)).Sum(result => (decimal)result.ActionResult.Output);
        return (int)sum;
    }

    private static int Count(bool condition) => condition ? 1 : 0;

    private int Holding(Policy policy)
    {
        var result = policy.Evaluate(_dataset, March);
        return (int)result.Subjects.Sum(subject => Names.Sum(name => result[subject][name].Number!.Value));
    }

    private static string Lambda(string formula, IEnumerable<string> measures) =>
        measures.Aggregate(
            formula.Replace("not ", "!"),
            (text, name) => System.Text.RegularExpressions.Regex.Replace(text, $@"\b{name}\b", "input1." + name));

    /// <summary>Named as in the ruleset.</summary>
    public sealed class Facts
    {
        public decimal? sales { get; set; }

        public decimal? cost { get; set; }

        public decimal? collected { get; set; }

        public decimal? orders { get; set; }

        public decimal? visits { get; set; }

        public decimal? complaints { get; set; }
    }
}
