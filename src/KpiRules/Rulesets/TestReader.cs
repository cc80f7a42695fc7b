// Reads the tests a ruleset carries; their facts and expectations are read when they run, against the policy.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class TestReader(DiagnosticBag diagnostics)
{
    public IReadOnlyList<TestDefinition> Read(IEnumerable<ObjectReader> tests) => tests.Select(Read).OfType<TestDefinition>().ToList();

    private TestDefinition? Read(ObjectReader reader)
    {
        var name = reader.Read(TestShape.Name);
        var period = reader.Read(TestShape.Period);
        foreach (var facts in (Property[])
            [TestShape.Given, TestShape.History, TestShape.Subjects, TestShape.Records, TestShape.Tables, TestShape.Periods])
            reader.Check(facts);
        foreach (var expect in (Property[])[TestShape.Expect, TestShape.ExpectOfEach, TestShape.ExpectOfPlan])
            reader.Check(expect);
        var (asOf, completeFrom) = (reader.Read(TestShape.AsOf), reader.Read(TestShape.Complete));
        var (plan, closed) = (reader.Read(TestShape.Plan), reader.Read(TestShape.Closed));
        reader.Finish();
        new TestRangeCheck(diagnostics).Check(reader.Written(TestShape.Periods) as JsonObject);
        return name is null ? null : new TestDefinition(name, period, asOf, completeFrom, plan, closed, reader.Json);
    }
}
