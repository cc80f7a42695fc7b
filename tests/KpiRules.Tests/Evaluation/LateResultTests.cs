using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What is worked out when somebody reads it is what it would have been at once: in any order, on any thread.</summary>
public sealed class LateResultTests
{
    private static readonly Policy Policy = PropertyCases.Policy("""
        "measures": { "a": {}, "b": {} }, "attributes": { "team": { "type": "text" } },
        "records": { "deals": { "fields": { "amount": {} } } },
        "kpis": { "k": { "formula": "a / b", "target": 1 }, "t": { "formula": "within(team, a)", "target": 5 }, "d": { "formula": "sum(deals, amount)", "target": 9 } },
        "smart": { "achievable": { "baseline": "averageOf(value, 2)", "to": 1.5 } },
        "warnings": {
          "w": { "when": "k < 1", "until": "k > 2" }, "v": { "when": "t < 4", "for": 2 }, "u": { "when": { "critical": "d < 3", "info": "declining(k, 2)" }, "until": "d >= 9" }
        }
        """);

    private static readonly Dataset Facts = Dataset.Build(d =>
    {
        for (var subject = 0; subject < 40; subject++)
        {
            for (var month = 0; month < 14; month++)
            {
                d.Add(
                    $"s{subject}",
                    PropertyCases.Month(month),
                    ("a", (subject * 7 + month * 5) % 11),
                    ("b", (subject + month) % 7),
                    ("team", $"t{subject % 3}"));
                d.AddRecord($"s{subject}", PropertyCases.Month(month), "deals", [new("amount", (subject + month * 3) % 10)]);
            }
        }
    });

    [Fact]
    public void OrderOfReading_ChangesNothing()
    {
        var names = Policy.Results.Select(result => result.Name).ToList();
        Read(names.AsEnumerable().Reverse().ToArray()).Should().Equal(Read(names.ToArray()));
    }

    [Fact]
    public void Threads_ReadTheSame()
    {
        var names = Policy.Results.Select(result => result.Name).ToArray();
        var expected = Read(names);
        for (var i = 0; i < 10; i++)
        {
            var evaluation = Policy.Evaluate(Facts, PropertyCases.Month(13));
            var read = new string[8][];
            Parallel.For(0, read.Length, thread =>
            {
                foreach (var subject in evaluation.Subjects.Skip(thread).Take(3))
                    evaluation[subject].Explain(names[(thread * 5) % names.Length]).ToString();
                read[thread] = Told(evaluation, thread % 2 == 0 ? names : names.Reverse().ToArray());
            });
            foreach (var one in read)
                one.Should().Equal(expected);
        }
    }

    [Fact]
    public void ASubjectThatIsChangedLater_IsReadAsItWas()
    {
        var subject = new Subject("s") { ["a"] = 1, ["b"] = 2 };
        var evaluation = Policy.Evaluate(subject, Period.Parse("2025-01"));
        subject["a"] = 100;
        (evaluation["w"].Text, evaluation["w.periods"].Number).Should().Be(("firing", 1));
    }

    [Fact]
    public void AGroupThatWaitsBesideOneThatDoesNot_SaysWhyItIsNotAvailable()
    {
        var policy = PropertyCases.Policy("""
            "measures": { "a": {} }, "attributes": { "team": { "type": "text" } },
            "kpis": { "all": { "formula": "everyone(a)" } }, "warnings": { "w": { "when": "within(team, a) < 12" } }
            """);
        var facts = Dataset.Build(d => d.Add("ann", "2025-01", ("a", 1), ("team", "north")).Add("bob", "2025-01", ("team", "north")));
        var ann = policy.Evaluate(facts, Period.Parse("2025-01"))["ann"];
        ann.Warnings[0].Cause!.Explain("en").Should().Be("'within(team, a)' is not available: 'a' of bob is not available: 'a' is missing");
        ann.Explain("w").ToString().Should().Contain("within(team, a) < 12");
    }

    private static string[] Read(string[] names) => Told(Policy.Evaluate(Facts, PropertyCases.Month(13)), names);

    private static string[] Told(PeriodEvaluation evaluation, string[] names) => names
        .SelectMany(name => evaluation.Column(name).Select((value, row) => $"{name} {row} {value} {value.Cause?.Explain("en")}"))
        .OrderBy(line => line, System.StringComparer.Ordinal).ToArray();
}
