using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests;

/// <summary>What would make a test fail on another machine, hang, or pass untested is found in the tests' own code.</summary>
public sealed class TrustTests
{
    /// <summary>Still measures among others.</summary>
    private const string ToBeMended = "tests/KpiRules.AspNetCore.Tests/StreamTests.cs";

    private const string Untested =
        @"\bif \(.*(Exists|IsWindows|IsLinux|IsPrivilegedProcess|GetEnvironmentVariable)\(?.*\)\s*(\{\s*)?return;";

    private const string Memory = @"\bGC\.(GetTotalMemory|GetGCMemoryInfo)\b|WorkingSet64";

    [Theory]
    [InlineData(@"\.(Join|WaitOne|WaitForExit|Wait|SignalAndWait)\(\)", "waits without a bound")]
    [InlineData(@"\bThread\.Sleep\(\d|Task\.Delay\((\d{3,}|TimeSpan\.From(Seconds|Minutes))", "waits for a time, not for what it tests")]
    [InlineData(@"\b(Elapsed|ElapsedMilliseconds|TotalSeconds|TotalMilliseconds)\)?\.Should\(\)", "asserts a time")]
    [InlineData(@"\bSkip = """"", "skips without saying why")]
    public void NoTest_DoesWhatCannotBeTrusted(string pattern, string why) =>
        Places(Code, pattern).Should().BeEmpty("a test there {0}", why);

    [Fact]
    public void NoTest_PassesWhereItCannotTest() =>
        Places(Code.Where(file => file.Name.EndsWith("Tests.cs", StringComparison.Ordinal)), Untested)
            .Should().BeEmpty("a test there passes where it cannot test, rather than say that it is skipped and why");

    /// <summary>What other tests hold at the time is counted too; what is allocated may be counted where no test runs beside.</summary>
    [Fact]
    public void Memory_IsMeasuredInAProcessOfItsOwn() =>
        Places(Code.Where(file => file.Name != ToBeMended && !file.Text.Contains("OwnProcess.")), Memory).Should().BeEmpty();

    private static IEnumerable<(string Name, string Text)> Code =>
        Directory.GetFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Path: path))
        .Where(file => !Regex.IsMatch(file.Name, "/(bin|obj)/") && Path.GetFileName(file.Name) != nameof(TrustTests) + ".cs")
        .Select(file => (file.Name, File.ReadAllText(file.Path)));

    private static string[] Places(IEnumerable<(string Name, string Text)> code, string pattern) =>
        code.SelectMany(file => Regex.Matches(file.Text, pattern)
                .Select(match => $"{file.Name}:{file.Text.Take(match.Index).Count(c => c == '\n') + 1}: {match.Value}"))
            .Order(StringComparer.Ordinal).ToArray();
}
