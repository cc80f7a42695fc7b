using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>What every function must have; its examples are tests.</summary>
public sealed class FunctionTests
{
    private const string Head = """
          "measures": { "sales": {}, "cost": {}, "bonus": {} },
          "attributes": { "team": { "type": "text" },
            "manager": { "type": "text" }, "hired": { "type": "date" }, "left": { "type": "date" } },
          "records": { "deals": { "fields": { "amount": {}, "kind": { "type": "text" } } } },
          "tables": { "rates": { "keys": [ { "name": "kind" }, { "name": "amount", "type": "number", "match": "from" } ],
            "values": { "rate": {}, "cap": {} }, "else": { "rate": 0 },
            "rows": [ { "kind": "A", "amount": 0, "rate": "3%" }, { "kind": "A", "amount": 100, "rate": "5%" } ] } },
        """;

    /// <summary>What the examples are about: a, in March 2026.</summary>
    private static readonly Dataset Facts = Dataset.Build(builder => builder
        .Add("a", "2025-03", ("sales", 50), ("cost", 30))
        .Add("a", "2026-01", ("sales", 60), ("cost", 40))
        .Add("a", "2026-02", ("sales", 80), ("cost", 60))
        .Add("a", "2026-03", ("sales", 100), ("cost", 60), ("team", "east"), ("hired", new DateTime(2026, 3, 16)))
        .Add("b", "2026-03", ("sales", 30), ("cost", 15), ("team", "east"), ("manager", "a"))
        .Add("c", "2026-03", ("sales", 200), ("cost", 90), ("team", "west"))
        .AddRecord("a", "2026-03", "deals", ("amount", 10), ("kind", "A"))
        .AddRecord("a", "2026-03", "deals", ("amount", 60), ("kind", "A"))
        .AddRecord("a", "2026-03", "deals", ("amount", 20), ("kind", "B")));

    private static readonly IReadOnlyList<Function> Functions = [.. FunctionCatalogue.All, .. FunctionCatalogue.AllOverRecords];

    /// <summary>As they are written: <c>Min</c> is of numbers, <c>min</c> over records.</summary>
    public static TheoryData<string> Names => new(Functions.Select(function => function.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void HasAllThatAFunctionMustHave(string name)
    {
        var function = Functions.Single(function => function.Name == name);
        function.Says.Zh.Should().NotBeNullOrWhiteSpace().And.NotEndWith("。");
        function.Says.En.Should().NotBeNullOrWhiteSpace().And.NotEndWith(".");
        function.Examples.Should().NotBeEmpty();
        function.Examples.Should().OnlyContain(example => example.Formula.Contains(name + "("), "an example calls what it is of");
        function.Signature.Parameters.Should().NotContain(parameter => parameter.Name.Length == 0);
        if (function.Combining.Reason.Length > 0)
            foreach (var language in new[] { "en", "zh" })
                File.ReadAllText(Repository.PathOf("src", "KpiRules", "Diagnostics", $"Messages.{language}.json"))
                    .Should().Contain($"\"{function.Combining.Reason}\"");
        foreach (var property in function.GetType().GetProperties()
            .Where(property => property.Name is not (nameof(Function.LooksAt) or nameof(Function.OverEveryone))))
            property.GetValue(function).Should().NotBeNull("a {0} has a {1}", function.GetType().Name, property.Name);
    }

    [Fact]
    public void EveryFunctionOfTheRoom_IsInTheCatalogue()
    {
        var written = typeof(FunctionCatalogue).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FunctionCatalogue).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(Function).IsAssignableFrom(field.FieldType))
            .Select(field => (Function)field.GetValue(null)!);
        written.Should().BeEquivalentTo(Functions, options => options.ComparingByValue<Function>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ExamplesGiveWhatTheySay(string name)
    {
        var function = Functions.Single(function => function.Name == name);
        foreach (var example in function.Examples)
            ValueOf(function, example).Should().Be(example.Gives, "{0} says so", example.Formula);
    }

    private static string ValueOf(Function function, Example example)
    {
        var number = function.Signature.Result switch
        {
            ValueKind.Boolean => $"if({example.Formula}, 1, 0)",
            ValueKind.Text => $"if({example.Formula} = '{example.Gives}', 1, 0)",
            ValueKind.Date when example.Gives != "n/a" => $"if({example.Formula} = #{example.Gives}#, 1, 0)",
            ValueKind.Date => $"if({example.Formula} = #2026-01-01#, 1, 0)",
            _ => example.Formula,
        };
        var text = JsonConvert.ToString(number);
        var read = Policy.Read($$"""{ "id": "x", "version": "1", {{Head}} "kpis": { "k": { "formula": {{text}} } } }""");
        read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        var value = read.Policy!.Evaluate(Facts, Period.Parse("2026-03"))["a"]["k"].Number;
        return value is not { } found ? "n/a"
            : function.Signature.Result == ValueKind.Boolean ? found == 1 ? "true" : "false"
            : function.Signature.Result == ValueKind.Text ? found == 1 ? example.Gives : "another text"
            : function.Signature.Result == ValueKind.Date ? found == 1 ? example.Gives : "another day"
            : found.ToString("G29", CultureInfo.InvariantCulture);
    }
}
