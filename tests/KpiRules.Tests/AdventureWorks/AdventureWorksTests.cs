// Evaluates the Adventure Works ruleset on three years of real sales and holds every result against plain arithmetic.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Testing;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksTests
{
    private static readonly Lazy<List<(Month Facts, SubjectEvaluation Results)>> Evaluated = new(Evaluate);

    [Fact]
    public void Ruleset_LoadsWithoutDiagnostics()
    {
        var read = Policy.ReadFile(RulesetPath);
        read.Diagnostics.Should().BeEmpty();
        read.Policy!.Kpis.Select(kpi => kpi.Name).Should().Equal(
            "sales_amount", "attainment_to_date", "sales_year_to_date", "sales_quarter_to_date", "sales_mean", "sales_growth",
            "sales_growth_year",
            "margin", "margin_to_date", "average_order", "revenue_per_customer", "own_share");
    }

    [Fact]
    public void Ruleset_PassesItsOwnTests()
    {
        var tests = RulesetTests.Run(Ruleset);
        tests.Should().HaveCount(36).And.OnlyContain(test => test.Expectations > 0);
        tests.SelectMany(test => test.Failures.Select(failure => $"{test.Name}: {failure.Result} {failure.Message("en")}"))
            .Should().BeEmpty();
        tests.SelectMany(test => test.Issues).Should().OnlyContain(
            issue => issue.Code == "KPI6018" || issue.Code == "KPI6020", "a target of zero and a quarter are looked at on purpose");
    }

    /// <summary>18 people, 540 person-months, 10 results each.</summary>
    [SharedFact(FactsFile)]
    public void EveryResult_IsWhatPlainArithmeticGives()
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var (facts, results) in Evaluated.Value)
        {
            foreach (var (name, expected) in Expected(facts))
            {
                compared++;
                if (results[name].Value != expected)
                    differences.Add($"{facts.Subject} {facts.Period} {name}: {results[name].Value} instead of {expected}");
            }
        }

        differences.Should().BeEmpty();
        compared.Should().Be(5400);
    }

    [SharedFact(FactsFile)]
    public void Results_AreThereOrNot_AsOftenAsTheFactsSay()
    {
        var counts = new[]
        {
            "sales_amount", "sales_amount.target", "sales_amount.attainment", "sales_amount.gap", "sales_amount.score",
            "sales_amount.status", "margin", "average_order", "revenue_per_customer", "own_share"
        }
            .Select(name => (
                name,
                Evaluated.Value.Count(month => month.Results[name].IsAvailable),
                Evaluated.Value.Count(month => !month.Results[name].IsAvailable)));
        counts.Should().Equal(
            ("sales_amount", 540, 0),
            ("sales_amount.target", 539, 1), // one representative has no target in the first month
            ("sales_amount.attainment", 539, 1),
            ("sales_amount.gap", 539, 1),
            ("sales_amount.score", 539, 1),
            ("sales_amount.status", 539, 1),
            ("margin", 529, 11), // the first month has order lines without a cost
            ("average_order", 540, 0),
            ("revenue_per_customer", 540, 0),
            ("own_share", 504, 36)); // 36 months of a vice president
    }

    [SharedFact(FactsFile)]
    public void Statuses_AreAsManyAsTheTargetsMetAndMissed()
    {
        KpiStatus? StatusOf((Month Facts, SubjectEvaluation Results) month) => month.Results.Kpis["sales_amount"].Status;
        Evaluated.Value.Count(month => StatusOf(month) == KpiStatus.Green).Should().Be(354);
        Evaluated.Value.Count(month => StatusOf(month) == KpiStatus.Yellow).Should().Be(111);
        Evaluated.Value.Count(month => StatusOf(month) == KpiStatus.Red).Should().Be(74);
    }

    [SharedFact(FactsFile)]
    public void SalesOfTheVicePresident_AreAllTheSalesThereWere() =>
        Evaluated.Value.Where(month => month.Facts.Subject == "277").Sum(month => month.Results.Kpis["sales_amount"].Value)
            .Should().Be(80_977_720.21m);

    [SharedFact(FactsFile)]
    public void MarginNotAvailable_NamesTheMissingCost()
    {
        var without = Evaluated.Value.Where(month => !month.Results["margin"].IsAvailable).ToList();
        without.Should().OnlyContain(month => month.Facts.Period == "2017-07");
        without.Select(month => month.Facts.Subject)
            .Should().Equal("272", "277", "281", "282", "284", "285", "286", "287", "288", "289", "293");
        without.Select(month => month.Results.Kpis["margin"].Cause!)
            .Should().OnlyContain(cause => cause.Kind == CauseKind.MissingFact && cause.Name == "cost");
        without[0].Results["margin"].Cause!.Explain("en").Should().Be("'cost' is missing");
    }

    [SharedFact(FactsFile)]
    public void AttainmentNotAvailable_NamesTheMissingTarget()
    {
        var (facts, results) = Evaluated.Value.Single(month => !month.Results["sales_amount.attainment"].IsAvailable);
        (facts.Subject, facts.Period).Should().Be(("283", "2017-07"));
        var root = results["sales_amount.attainment"].Cause!.Root;
        (root.Kind, root.Name).Should().Be((CauseKind.MissingFact, "sales_amount.target"));
    }

    [SharedFact(FactsFile)]
    public void OwnShare_DoesNotApplyToTheVicePresidentAlone()
    {
        var without = Evaluated.Value.Where(month => !month.Results["own_share"].IsAvailable).ToList();
        without.Should().OnlyContain(
            month => month.Facts.Subject == "277" && month.Results["own_share"].Cause!.Kind == CauseKind.DoesNotApply);
    }

    /// <summary>
    /// Asks a KPI for every value of every attribute whether it is the person's: 1, 0, or not available where the file is blank.
    /// </summary>
    [SharedFact(PeopleFile)]
    public void AttributesOfPeople_ReachTheFormulas()
    {
        var (header, people) = ReadCsv(PeopleFile);
        var questions = Enumerable.Range(1, header.Length - 1)
            .SelectMany(column => people.Select(person => person[column])
                .Where(value => value.Length > 0).Distinct().Select(value => (Column: column, Value: value)))
            .ToList();
        var policy = WithKpis(questions.Select(question => $"if({header[question.Column]} = '{question.Value}', 1, 0)"));
        var evaluation = policy.Evaluate(ReadDataset(policy), Period.Parse("2020-06"));

        evaluation.Subjects.Should().HaveCount(18);
        questions.Should().HaveCount(15, "there are 3 levels, 3 teams, 4 managers of others and 5 job titles");
        foreach (var person in people)
        {
            var expected = questions.Select(
                question => person[question.Column] == "" ? default(decimal?) : person[question.Column] == question.Value ? 1 : 0);
            questions.Select((_, i) => evaluation[person[0]].Kpis[$"question {i}"].Value)
                .Should().Equal(expected, "these are the attributes of {0}", person[0]);
        }
    }

    /// <summary>What the KPIs mean, worked out from the text of the file without any of the library.</summary>
    private static IEnumerable<(string Name, FactValue Expected)> Expected(Month facts)
    {
        var attainment = facts.Sales / facts.Target;
        yield return ("sales_amount", facts.Sales);
        yield return ("sales_amount.target", facts.Target);
        yield return ("sales_amount.attainment", attainment);
        yield return ("sales_amount.gap", facts.Target - facts.Sales);
        yield return ("sales_amount.score", facts.Sales >= facts.Target ? 100 : facts.Sales * 100 / facts.Target);
        yield return ("sales_amount.status", attainment is null ? null : attainment >= 1 ? "green" : attainment >= 0.8m ? "yellow" : "red");
        yield return ("margin", (facts.Sales - facts.Cost) / facts.Sales);
        yield return ("average_order", facts.Sales / facts.Orders);
        yield return ("revenue_per_customer", facts.Sales / facts.Customers);
        yield return ("own_share", facts.Subject == "277" ? default(decimal?) : facts.OwnSales / facts.Sales);
    }

    private static List<(Month Facts, SubjectEvaluation Results)> Evaluate()
    {
        var evaluations = AllFacts.Periods.ToDictionary(period => period.ToString(), period => Ruleset.Evaluate(AllFacts, period));
        evaluations.Should().HaveCount(36);
        evaluations.Values.SelectMany(evaluation => evaluation.Issues).Should().BeEmpty();
        evaluations.Values.Sum(evaluation => evaluation.Subjects.Count).Should().Be(540);
        return Months.Select(month => (month, evaluations[month.Period][month.Subject])).ToList();
    }
}
