using System.Linq;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections;
using KpiRules.Source;
using KpiRules.Source.Json;
using Xunit;

namespace KpiRules.Tests.Shapes;

/// <summary>What shapes say of properties to people.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string, string> Properties
    {
        get
        {
            var properties = new TheoryData<string, string>();
            foreach (var shape in ShapeList.Of(RulesetShape.Shape))
            {
                foreach (var name in shape.Properties.Select(property => property.Name).Distinct())
                    properties.Add(shape.Name, name);
            }

            return properties;
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Property_IsDescribedInBothLanguages(string shape, string name)
    {
        foreach (var property in Of(shape, name))
        {
            property.En.Should().MatchRegex("^[^\u4e00-\u9fff].{4,}[^.]$");
            property.Zh.Should().MatchRegex("[\u4e00-\u9fff]|^KPI$").And.NotEndWith("。");
        }
    }

    /// <summary>An example that could not be read would teach a fault.</summary>
    [Theory]
    [MemberData(nameof(Properties))]
    public void ExamplesAndDefault_AreReadWithoutFault(string shape, string name)
    {
        foreach (var property in Of(shape, name))
        {
            var examples = property.Default is { } otherwise
                ? property.Examples.Append(Newtonsoft.Json.JsonConvert.SerializeObject(otherwise))
                : property.Examples;
            foreach (var example in examples)
            {
                var diagnostics = new DiagnosticBag();
                var json = (JsonObject)JsonReader.Read(new SourceText("example", $"{{ \"{name}\": {example} }}"), diagnostics)!;
                property.Type.Check(json[name]!, name, new ObjectReader(json, new Shape("x", new Term("what.kpi"), property), diagnostics));
                diagnostics.Sorted().Should().BeEmpty("'{0}' should be a good example", example);
            }
        }
    }

    [Fact]
    public void NamesOfShapes_AreTheirOwn() =>
        ShapeList.Of(RulesetShape.Shape).Select(shape => shape.Name).Should().OnlyHaveUniqueItems();

    private static Property[] Of(string shape, string name) =>
        ShapeList.Of(RulesetShape.Shape).Single(one => one.Name == shape).Properties.Where(property => property.Name == name).ToArray();
}
