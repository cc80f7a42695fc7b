// What does it cost to take facts from a host's own type by a map, rather than to fill subjects by hand?
using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using KpiRules.Facts;
using KpiRules.Mapping;

namespace KpiRules.Benchmarks;

[MemoryDiagnoser]
public class Mapping
{
    private const int Items = 10_000;

    private readonly BoundMap<Seller> _writtenOut;
    private readonly BoundMap<Seller> _byAttributes;
    private readonly BoundMap<IEnumerable<KeyValuePair<string, object?>>> _ofRows;
    private readonly Seller[] _sellers = Enumerable.Range(0, Items).Select(Seller.Of).ToArray();
    private readonly Dictionary<string, object?>[] _rows;

    public Mapping()
    {
        var policy = Policy.Read(BenchmarkRuleset.Text).Policy!;
        _writtenOut = new SubjectMap<Seller>().Subject(seller => seller.Id)
            .Fact("m0", seller => seller.M0).Fact("m1", seller => seller.M1).Fact("m2", seller => seller.M2).Fact("m3", seller => seller.M3)
            .Fact("m4", seller => seller.M4).Fact("m5", seller => seller.M5)
            .Fact("m6", seller => seller.M6).Fact("m7", seller => seller.M7).For(policy);
        _byAttributes = SubjectMap.Of<Seller>().For(policy);
        _ofRows = SubjectMap.OfRows().For(policy);
        _rows = _sellers.Select(seller => new Dictionary<string, object?>
        {
            ["subject"] = seller.Id, ["m0"] = seller.M0, ["m1"] = seller.M1, ["m2"] = seller.M2, ["m3"] = seller.M3, ["m4"] = seller.M4,
            ["m5"] = seller.M5, ["m6"] = seller.M6, ["m7"] = seller.M7,
        }).ToArray();
    }

    /// <summary>The four give the same facts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var policy = _writtenOut.Policy;
        var sums = new[] { FilledByHand(), MapWrittenOut(), MapByAttributes(), Dictionaries() }
            .Select(facts => policy.Evaluate(facts, BenchmarkRuleset.Period).Column("k0").Sum(value => value.Number)).Distinct();
        if (sums.Count() > 1)
            throw new InvalidOperationException("The four do not give the same facts.");
    }

    [Benchmark(Baseline = true)]
    public Dataset FilledByHand() => Dataset.Build(builder =>
    {
        foreach (var seller in _sellers)
        {
            var subject = new Subject(seller.Id)
            {
                ["m0"] = seller.M0, ["m1"] = seller.M1, ["m2"] = seller.M2, ["m3"] = seller.M3, ["m4"] = seller.M4, ["m5"] = seller.M5,
                ["m6"] = seller.M6, ["m7"] = seller.M7,
            };
            builder.Add(subject.Id, BenchmarkRuleset.Period, subject);
        }
    });

    [Benchmark]
    public Dataset MapWrittenOut() => Dataset.Build(builder => builder.AddAll(_sellers, _writtenOut, BenchmarkRuleset.Period));

    [Benchmark]
    public Dataset MapByAttributes() => Dataset.Build(builder => builder.AddAll(_sellers, _byAttributes, BenchmarkRuleset.Period));

    [Benchmark]
    public Dataset Dictionaries() => Dataset.Build(builder => builder.AddAll(_rows, _ofRows, BenchmarkRuleset.Period));

    public sealed class Seller
    {
        [SubjectId]
        public required string Id { get; init; }

        [Measure]
        public decimal M0 { get; init; }

        [Measure]
        public decimal M1 { get; init; }

        [Measure]
        public decimal M2 { get; init; }

        [Measure]
        public decimal M3 { get; init; }

        [Measure]
        public decimal? M4 { get; init; }

        [Measure]
        public int M5 { get; init; }

        [Measure]
        public int? M6 { get; init; }

        [Measure]
        public double M7 { get; init; }

        public static Seller Of(int number)
        {
            var facts = BenchmarkRuleset.Facts(number);
            return new Seller
            {
                Id = BenchmarkRuleset.SubjectId(number), M0 = facts[0], M1 = facts[1], M2 = facts[2], M3 = facts[3], M4 = facts[4],
                M5 = (int)facts[5], M6 = (int)facts[6], M7 = (double)facts[7]
            };
        }
    }
}
