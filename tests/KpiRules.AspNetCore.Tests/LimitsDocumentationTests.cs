using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.AspNetCore.Memory;
using KpiRules.Hosting;
using KpiRules.Tests.Support;
using KpiRules.Workflows;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>docs/limits.md says what the code does.</summary>
public sealed class LimitsDocumentationTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Assembly[] Assemblies =
        [typeof(Policy).Assembly, typeof(KpiRulesOptions).Assembly, typeof(Lane).Assembly, typeof(RulesEngineImport).Assembly];

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "limits.md")).Replace("\r\n", "\n");

    /// <summary>Figure and limit of every row that names one.</summary>
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Regex.Matches(Page, @"^\| .* \| (?<figure>[^|]+) \| `(?<limit>\w+\.\w+)` \|", RegexOptions.Multiline))
                rows.Add(row.Groups["limit"].Value, row.Groups["figure"].Value);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void EachFigure_IsTheCodes(string limit, string figure)
    {
        switch (ValueOf(limit))
        {
            case null:
                figure.Should().Be("half of what the process may use");
                break;
            case TimeSpan time:
                TimeOf(figure).Should().Be(time);
                break;
            case var number:
                NumberOf(figure).Should().Be(Convert.ToDecimal(number, CultureInfo.InvariantCulture));
                break;
        }
    }

    [Fact]
    public void EveryLimitOfAHost_IsThere()
    {
        var limits = new[] { typeof(KpiRulesEndpointOptions), typeof(KpiRulesOptions) }.SelectMany(type => type.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                && (type == typeof(int) || type == typeof(long) || type == typeof(TimeSpan)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ToList();
        limits.Should().HaveCountGreaterThan(8).And.OnlyContain(limit => Page.Contains($"`{limit}`"));
    }

    [Fact]
    public void EveryCode_IsDocumented()
    {
        var diagnostics = File.ReadAllText(Repository.PathOf("docs", "diagnostics.md"));
        Regex.Matches(Page, @"KPI\d{4}").Select(code => code.Value).Distinct()
            .Should().OnlyContain(code => diagnostics.Contains($"| {code} |"));
    }

    private static object? ValueOf(string limit)
    {
        var (name, member) = (limit.Split('.')[0], limit.Split('.')[1]);
        var type = Assemblies.SelectMany(assembly => assembly.GetTypes()).Should().ContainSingle(type => type.Name == name, limit).Subject;
        if (type.GetField(member, All) is { } field)
            return field.GetValue(null);
        var property = type.GetProperty(member, All);
        property.Should().NotBeNull(limit);
        return property!.GetValue(Activator.CreateInstance(type));
    }

    private static decimal NumberOf(string figure)
    {
        var number = decimal.Parse(Regex.Match(figure, "^[0-9,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return figure.EndsWith(" KiB", StringComparison.Ordinal) ? number * 1024
            : figure.EndsWith(" MiB", StringComparison.Ordinal) ? number * 1024 * 1024
            : number;
    }

    private static TimeSpan TimeOf(string figure) =>
        figure.Split(' ') is [var number, var unit] && int.Parse(number, CultureInfo.InvariantCulture) is var count
            ? new Dictionary<string, TimeSpan>
            {
                ["ms"] = TimeSpan.FromMilliseconds(count),
                ["s"] = TimeSpan.FromSeconds(count),
                ["min"] = TimeSpan.FromMinutes(count),
            }[unit]
            : throw new FormatException(figure);
}
