// Holds a text against a file that was approved; KPIRULES_APPROVE=1 writes the files anew, to be read before they are committed.
using System;
using System.IO;
using FluentAssertions;

namespace KpiRules.Tests.Support;

internal static class Golden
{
    public static void Matches(string actual, params string[] path)
    {
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("KPIRULES_APPROVE") == "1")
            File.WriteAllText(file, actual);
        File.Exists(file).Should().BeTrue("{0} should have been approved", file);
        actual.Should().Be(File.ReadAllText(file).Replace("\r\n", "\n"));
    }
}
