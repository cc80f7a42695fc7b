using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>The room that reads workflows has nothing by which a workflow could be run.</summary>
public sealed class NothingRunsTests
{
    [Fact]
    public void TheImport_KnowsNoReflectionAndNoCompiler()
    {
        var files = Directory.GetFiles(Repository.PathOf("src", "KpiRules.Workflows", "Importing"), "*.cs");
        files.Should().NotBeEmpty();
        foreach (var file in files)
        {
            // the names of types that it refuses are words to it
            var code = Regex.Replace(File.ReadAllText(file), @"""[^""\n]*""|//.*", "");
            var used = Regex.Matches(code, @"System\.(Reflection|Linq\.(Expressions|Dynamic)|CodeDom)"
                + @"|\b(typeof|dynamic|Activator|Assembly|Process|Compile|Invoke|DynamicInvoke|GetMethod)\b").Select(match => match.Value);
            used.Should().BeEmpty("{0} reads", Path.GetFileName(file));
        }
    }
}
