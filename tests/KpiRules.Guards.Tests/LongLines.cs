// Takes the text of a file of code, gives the numbers of its lines that are too long.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KpiRules.Guards.Tests;

internal static class LongLines
{
    public const int Longest = 140;

    private const string RawQuotes = "\"\"\"";

    /// <summary>Where raw strings are data, what stands of them on a line does not count: it cannot be broken.</summary>
    public static IEnumerable<int> In(string text, bool rawStringsAreData)
    {
        var lines = SourceText.From(text).Lines.Where(line => line.Span.Length > Longest).ToList();
        if (lines.Count == 0)
            return [];
        var data = rawStringsAreData ? RawStrings(text) : [];
        return lines.Where(line => line.Span.Length - data.Sum(one => one.Overlap(line.Span)?.Length ?? 0) > Longest)
            .Select(line => line.LineNumber + 1);
    }

    private static List<TextSpan> RawStrings(string text)
    {
        var strings = new List<TextSpan>();
        // what stands in the holes of a raw string is part of it
        foreach (var node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(node => !IsRaw(node)).Where(IsRaw))
            strings.Add(node.Span);
        return strings;
    }

    private static bool IsRaw(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is LiteralExpressionSyntax literal && literal.Token.Text.StartsWith(RawQuotes, StringComparison.Ordinal)
        || node is InterpolatedStringExpressionSyntax holes && holes.StringStartToken.Text.Contains(RawQuotes);
}
