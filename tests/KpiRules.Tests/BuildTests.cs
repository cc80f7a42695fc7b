using System.Reflection;
using System.Runtime.Versioning;
using FluentAssertions;
using Xunit;

namespace KpiRules.Tests;

public sealed class BuildTests
{
    [Fact]
    public void EachTestProject_TestsTheBuildItSays()
    {
        var expected = typeof(BuildTests).Assembly.GetName().Name!.Contains("NetStandard")
            ? ".NETStandard,Version=v2.0"
            : ".NETCoreApp,Version=v10.0";
        typeof(Policy).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(expected);
    }
}
