using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Source;
using KpiRules.Source.Json;
using Xunit;

namespace KpiRules.Tests.Source;

/// <summary>What is kept of a document grows with the document, whatever stands in it.</summary>
public sealed class JsonMemoryTests
{
    /// <summary>
    /// A name above many values: were it written once for each of them, four times the text would take sixteen times the memory.
    /// </summary>
    [Theory]
    [InlineData("[", "0", "]")]
    [InlineData("[", "{}", "]")]
    [InlineData("[", "{\"a\":[0]}", "]")]
    [InlineData("[", "01", "]")]
    [InlineData("{", "\"a\":0", "}")]
    public void ALongNameAboveManyValues_TakesNoMoreThanItsLength(string begin, string item, string end)
    {
        AllocatedBy(10_000, begin, item, end); // what is made once
        var (once, fourTimes) = (AllocatedBy(10_000, begin, item, end), AllocatedBy(40_000, begin, item, end));
        fourTimes.Should().BeLessThan(once * 6);
    }

    [Fact]
    public void ALongNameInAPath_IsShortened()
    {
        var name = new string('n', 1000);
        var diagnostics = new DiagnosticBag();
        JsonReader.Read(new SourceText("test", $$"""{ "a.b": { "{{name}}": [ 1, { "c": 01 } ] } }"""), diagnostics);
        diagnostics.Sorted().Single().Path.Should().Be($"['a.b'].{name[..SourcePath.LongestName]}…[1].c");
    }

    /// <summary>Thousands of faults, of which a hundred are kept: the same as if all had been.</summary>
    [Fact]
    public void OfManyDiagnostics_TheFirstAreKeptAndAllAreCounted()
    {
        var random = new Random(13);
        var (source, bag) = (new SourceText("test", new string(' ', 100_000)), new DiagnosticBag());
        var all = Enumerable.Range(0, 90_000).Select(_ => random.Next(100_000)).Select(at => new Diagnostic(
            "KPI1001",
            at % 50 == 0 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            new SourcePlace(source, new SourceSpan(at, 1), SourcePath.Root))).ToList();
        all.ForEach(bag.Add);
        bag.Count.Should().Be(all.Count);
        var errors = all.Where(one => one.Severity == DiagnosticSeverity.Error)
            .OrderBy(one => one.Place.Span.Start).Take(DiagnosticBag.Limit).ToList();
        var warnings = all.Where(one => one.Severity == DiagnosticSeverity.Warning)
            .OrderBy(one => one.Place.Span.Start).Take(DiagnosticBag.Limit - errors.Count);
        bag.Sorted().Should().Equal(errors.Concat(warnings).OrderBy(one => one.Place.Span.Start));
    }

    private static long AllocatedBy(int size, string begin, string item, string end)
    {
        var text = "{\"" + new string('n', size) + "\":" + begin + string.Join(",", Enumerable.Repeat(item, size / 4)) + end + "}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        JsonReader.Read(new SourceText("test", text), new DiagnosticBag());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
