using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using FluentAssertions;
using Xunit;

namespace KpiRules.Workflows.Tests;

public sealed class BuildTests
{
    [Fact]
    public void EachTestProject_TestsTheBuildsItSays()
    {
        var expected = typeof(BuildTests).Assembly.GetName().Name!.Contains("NetStandard")
            ? ".NETStandard,Version=v2.0"
            : ".NETCoreApp,Version=v10.0";
        new[] { typeof(Policy), typeof(RulesEngineExport) }
            .Select(type => type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName)
            .Should().OnlyContain(name => name == expected);
    }
}
