using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace KpiRules.Guards.Tests;

public sealed class HiddenCaseTests
{
    private const string Ours = """
        using System;
        enum Form { Steps, Points }
        abstract record Part;
        sealed record One(Form Form) : Part;
        sealed record Two : Part;
        sealed class SettledAttribute(string because) : Attribute;
        [Settled("a coin has two sides and gets no other")] abstract record Side;
        sealed record Head : Side;
        sealed record Tail : Side;
        [Settled("short")] abstract record Weak;
        sealed record Weaker : Weak;
        """;

    public static TheoryData<string, string> Snippets => new()
    {
        { "", "static int Of(Form form) => form switch { Form.Steps => 1, Form.Points => 2 };" },
        { "KR0001", "static int Of(Form form) => form switch { Form.Steps => 1, _ => 2 };" },
        { "KR0001", "static int Of(Form form) => form switch { Form.Steps => 1, var other => (int)other };" },
        { "KR0001", "static int Of(Form? form) => form switch { Form.Steps => 1, _ => 2 };" },
        { "", "static int Of(Form? form) => form switch { Form.Steps => 1, Form.Points or null => 2 };" },
        { "KR0001", "static int Of(Form form, bool b) => (form, b) switch { (Form.Steps, true) => 1, _ => 2 };" },
        { "KR0001", "static int Of(Form form, bool b) => (form, b) switch { (Form.Steps, true) => 1, (_, _) => 2 };" },
        {
            "",
            "static int Of(Form form, bool b) => (form, b) switch { (Form.Steps, true) => 1, (Form.Steps, _) => 2, (Form.Points, _) => 3 };"
        },
        { "KR0001", "static int Of(One one) => one switch { { Form: Form.Steps } => 1, _ => 2 };" },
        { "KR0001", "static int Of(Form form) { switch (form) { case Form.Steps: return 1; default: return 2; } }" },
        { "KR0001", "static int Of(Form form) { switch (form) { case Form.Steps: return 1; case var other: return 2; } }" },
        { "KR0003", "static int Of(Form form) { switch (form) { case Form.Steps: return 1; } return 2; }" },
        { "", "static int Of(Form form) { switch (form) { case Form.Steps: return 1; case Form.Points: break; } return 2; }" },
        { "", "static int Of(Form form) => form switch { Form.Steps => 1,\n// others: whatever comes counts twice\n_ => 2 };" },
        { "KR0001", "static int Of(Form form) => form switch { Form.Steps => 1,\n// others: twice\n_ => 2 };" },
        { "KR0001", "static int Of(Form form) => form switch { Form.Steps => 1,\n// whatever comes counts twice\n_ => 2 };" },
        { "KR0002", "static int Of(Part part) => part switch { One => 1, _ => 2 };" },
        { "KR0002", "static int Of(Part part) => part switch { One one when one.Form == 0 => 1, { } => 2, null => 3 };" },
        { "KR0002", "static int Of(object part) => part switch { One => 1, _ => 2 };" },
        { "KR0002", "static int Of(Part part) { switch (part) { case One: return 1; default: return 2; } }" },
        { "KR0002", "static int Of(Part part) { switch (part) { case One: return 1; } return 2; }" },
        {
            "",
            "static int Of(Part part) { // others:\n // others: nobody looks at any other\n "
                + "switch (part) { case One: return 1; } return 2; }"
        },
        { "", "static int Of(object part) => part switch { Part => 1, _ => 2 };" },
        { "", "static int Of(Part part) => part is One ? 1 : 2;" },
        { "", "static int Of(Side side) => side switch { Head => 1, _ => 2 };" },
        { "KR0002", "static int Of(Weak side) => side switch { Weaker => 1, _ => 2 };" },
        { "", "static int Of(DayOfWeek day) => day switch { DayOfWeek.Monday => 1, _ => 2 };" },
        { "", "static int Of(Exception fault) => fault switch { ArgumentException => 1, _ => 2 };" },
        { "", "static int Of(string text) => text switch { \"a\" => 1, _ => 2 };" },
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task ACatchAll_IsFound_WhereItHidesACaseOfOurs(string expected, string method) =>
        (await Found("KpiRules.Snippet", method)).Should().Equal(expected.Length == 0 ? [] : [expected]);

    [Fact]
    public async Task TheEnumsOfOthers_AreNotOurs() =>
        (await Found("Other", "static int Of(Form form) => form switch { Form.Steps => 1, _ => 2 };")).Should().BeEmpty();

    /// <summary>Each reason is read when it is added: who adds one raises this number, and says so in the change.</summary>
    [Fact]
    public void ReasonsForACatchAll_AreFew() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Sum(file => File.ReadLines(file).Count(line => line.TrimStart().StartsWith("// others: ", StringComparison.Ordinal)))
            .Should().BeLessThanOrEqualTo(MostReasons);

    private const int MostReasons = 25;

    private static async Task<IReadOnlyList<string>> Found(string assembly, string method)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText($"{Ours}\nstatic class Snippet {{ {method} }}")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        var found = await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new HiddenCaseAnalyzer()))
            .GetAnalyzerDiagnosticsAsync();
        return found.Select(one => one.Id).ToList();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KpiRules.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
