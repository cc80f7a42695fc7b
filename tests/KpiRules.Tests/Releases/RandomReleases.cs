using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Releases;

/// <summary>One ruleset with a random release, and what several people did in some months.</summary>
internal sealed class RandomReleases
{
    public const int Months = 9;

    private readonly int _decimals;

    public RandomReleases(Random random, int people, bool isAlwaysMet = false)
    {
        _decimals = random.Next(4);
        Parts = PartsOf(random);
        Policy = PolicyOf(random);
        First = random.Next(4) == 0 ? random.Next(1, 4) : 0;
        var unit = Unit(_decimals);
        People = Enumerable.Range(0, people).ToDictionary(
            i => $"p{i:000}",
            _ => new ReleaseModel(Parts, _decimals, First, isAlwaysMet ? Met(random, unit) : MonthsOf(random, unit)));
    }

    public IReadOnlyList<ModelPart> Parts { get; }

    public Policy Policy { get; }

    public int First { get; }

    public Dictionary<string, ReleaseModel> People { get; }

    /// <param name="seen">What is known of somebody's month; null: all.</param>
    /// <param name="more">Adds further facts.</param>
    public Dataset Facts(Func<string, int, ModelMonth?, ModelMonth?>? seen = null, Action<DatasetBuilder>? more = null)
    {
        return Dataset.Build(builder =>
        {
            foreach (var (id, person) in People)
            {
                for (var month = 0; month < Months; month++)
                {
                    var facts = person.Months[month];
                    if ((seen is null ? facts : seen(id, month, facts)) is { } one)
                        builder.Add(id, Month(month), FactsOf(one));
                }
            }

            more?.Invoke(builder);
        });
    }

    public override string ToString() => string.Join("; ", Parts);

    private static IEnumerable<KeyValuePair<string, FactValue>> FactsOf(ModelMonth month) => new (string, FactValue)[]
    {
        // something is always there, so that a month with nothing else is one with facts
        ("present", 1), ("sales", month.Sales), ("plan", month.Plan), ("open", month.Open), ("ok", month.Ok), ("late", month.Late),
        ("flag", month.Flag),
    }.Where(fact => fact.Item2.Kind is not null).Select(fact => new KeyValuePair<string, FactValue>(fact.Item1, fact.Item2));

    private static List<ModelPart> PartsOf(Random random)
    {
        var (count, left, parts) = (random.Next(1, 5), 1000, new List<ModelPart>());
        for (var i = 0; i < count; i++)
        {
            var share = i == count - 1 ? left : random.Next(4) == 0 ? Math.Min(left, 250) : random.Next(left + 1);
            var after = random.Next(4);
            var when = random.Next(5) switch { 0 or 1 => null, 2 => "ok", 3 => "late", _ => "flag" };
            parts.Add(new ModelPart(share, after, when is null ? after : after + random.Next(3), when));
            left -= share;
        }

        return parts;
    }

    private Policy PolicyOf(Random random)
    {
        var rest = random.Next(Parts.Count + 1);
        var parts = Parts.Select((part, i) => string.Join(", ", new[]
        {
            $"\"share\": {(i == rest ? "\"rest\"" : (part.Share / 1000m).ToString(CultureInfo.InvariantCulture))}",
            $"\"after\": {part.After}",
            part.When is null ? null : $"\"when\": \"{part.When switch { "ok" => "ok = 1", "late" => "late = 0", _ => "flag" }}\"",
            part.Until == part.After ? null : $"\"until\": {part.Until}",
        }.Where(one => one is not null)));
        return Policy($$"""
            "settings": { "moneyDecimals": {{_decimals}} },
            "attributes": { "flag": { "type": "boolean" } },
            "measures": { "present": {}, "sales": { "unit": "money" }, "plan": {}, "open": {}, "ok": {}, "late": { "default": 0 } },
            "incentives": {
              "x": { "appliesTo": "plan = 1", "gate": "open = 1", "amount": "sales", "release": [ {{string.Join(", ", parts.Select(part => $"{{ {part} }}"))}} ] },
              "at_once": { "amount": "present" }
            }
            """);
    }

    private static List<ModelMonth?> MonthsOf(Random random, decimal unit)
    {
        var (begins, leaves) = (random.Next(3), random.Next(4) == 0 ? random.Next(2, Months) : Months);
        return Enumerable.Range(0, Months).Select(month => month < begins || month >= leaves || random.Next(8) == 0 ? null : new ModelMonth(
            random.Maybe(9, random.Next(-2000, 20_000) * unit),
            random.Maybe(25, random.Next(6) == 0 ? 0 : 1),
            random.Maybe(25, random.Next(6) == 0 ? 0 : 1),
            random.Maybe(4, random.Next(2)),
            random.Maybe(2, random.Next(2)),
            random.Maybe(2, random.Half()))).ToList();
    }

    /// <summary>All conditions hold in every month, and nothing is earned in the last ones.</summary>
    private List<ModelMonth?> Met(Random random, decimal unit) => Enumerable.Range(0, Months).Select(month => (ModelMonth?)new ModelMonth(
        month < Months - Parts.Max(part => part.Until) ? random.Next(-2000, 20_000) * unit : 0, 1, 1, 1, 0, true)).ToList();
}
