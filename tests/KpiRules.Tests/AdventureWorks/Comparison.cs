// Takes results with what they should be, says where they differ, and counts those that are there and those that are not.
using System.Collections.Generic;
using FluentAssertions;
using KpiRules.Facts;

namespace KpiRules.Tests.AdventureWorks;

internal sealed class Comparison
{
    private readonly List<string> _differences = [];
    private int _there;
    private int _notThere;

    public void Add(string result, FactValue actual, FactValue expected)
    {
        if (actual != expected)
            _differences.Add($"{result}: {Shown(actual)} instead of {Shown(expected)}");
        else if (expected.Kind is null)
            _notThere++;
        else
            _there++;
    }

    public void ShouldAgree(int there, int notThere)
    {
        _differences.Should().BeEmpty();
        (_there, _notThere).Should().Be((there, notThere));
    }

    private static string Shown(FactValue value) => value.Kind is null ? "not available" : value.ToString();
}
