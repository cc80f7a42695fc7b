using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Sections;
using KpiRules.Source;
using KpiRules.Source.Json;
using Xunit;

namespace KpiRules.Tests.Shapes;

/// <summary>
/// What the reader refuses for its structure the schema refuses, and what the schema refuses the reader has something against.
/// </summary>
public sealed class SchemaAgreementTests
{
    private const int Mutations = 4_000;
    private const int Seed = 20261127;

    /// <summary>
    /// The faults that a schema can tell; the others take an order of two values, a sum, names or formulas to be told. As the reader
    /// of rulesets reports them: some codes are reported by later stages too.
    /// </summary>
    private static readonly HashSet<string> Structural =
    [
        "KPI2001", // an unknown property
        "KPI2002", // a wrong type
        "KPI2003", // missing, or empty
        "KPI2004", // none of some words
        "KPI2005", // no id
        "KPI2006", // an id that is taken by us
        "KPI2008", // no whole number, or out of range
        "KPI2009", // negative
        "KPI2010", // no date
        "KPI2011", // no period
        "KPI2013", // no currency
        "KPI2017", // beside what it does not go with
        "KPI2018", // no form of a schedule, or several
        "KPI2035", // not above 0
        "KPI2083", // a rating without grades
        "KPI2094", // too few or many keys
        "KPI2095", // a table without values
        "KPI2102", // a release without parts
        "KPI2105", // one with too many
        "KPI2107", // a property of another type of facts
        "KPI2108", // no values
    ];

    /// <summary>Of the rows of a table, the table's own columns decide; that a year has no 53rd week, the calendar.</summary>
    private static readonly Regex NotOfTheSchema = new(@"^tables\b.*\.(rows|else)\b");

    [Fact]
    public void ReaderAndSchema_RefuseTheSame()
    {
        var (mutation, random, wrong, agreed) = (new StructuralMutation(), new Random(Seed), new List<string>(), 0);
        for (var i = 0; i < Mutations; i++)
        {
            var text = mutation.Next(random);
            var faults = StructuralFaults(text);
            var isAccepted = Validator.Accepts(text);
            if (faults.Count > 0 && isAccepted)
                wrong.Add($"{i}: the schema accepts what the reader refuses: {faults[0].ToString("en")}");
            else if (faults.Count == 0 && !isAccepted && Policy.Read(text).Diagnostics.Count == 0)
                wrong.Add($"{i}: the schema refuses what the reader accepts: {Validator.Faults(text).First()}");
            else
                agreed += faults.Count > 0 ? 1 : 0;
        }

        string.Join("\n", wrong.Take(20)).Should().BeEmpty();
        agreed.Should().BeGreaterThan(Mutations / 3, "most changes should do harm");
    }

    private static List<Diagnostic> StructuralFaults(string text)
    {
        var diagnostics = new DiagnosticBag();
        if (JsonReader.Read(new SourceText("ruleset.json", text), diagnostics) is { } json)
            new RulesetReader(diagnostics).Read(json);
        return diagnostics.Errors.Where(fault => Structural.Contains(fault.Code))
            .Where(fault => !NotOfTheSchema.IsMatch(fault.Path) && !fault.ToString("en").Contains("-W53"))
            .ToList();
    }
}
