// Reads the file of a ruleset as UTF-8 text, and says where it is not.
using System;
using System.IO;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Rulesets;

internal static class RulesetFile
{
    /// <summary>The text; where the bytes are no UTF-8, what stands before them, with a diagnostic at its end.</summary>
    /// <param name="name">The name by which diagnostics call it; the path unless given.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceText Read(string path, DiagnosticBag diagnostics, string? name = null) =>
        Decode(name ?? path, File.ReadAllBytes(path), diagnostics);

    /// <summary>As <see cref="Read"/>, of bytes from elsewhere.</summary>
    public static SourceText Decode(string name, byte[] bytes, DiagnosticBag diagnostics)
    {
        try
        {
            return new SourceText(name, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException fault)
        {
            var source = new SourceText(name, new UTF8Encoding(false).GetString(bytes));
            var at = new SourceText(name, Encoding.UTF8.GetString(bytes, 0, Math.Max(0, fault.Index))).Text.Length;
            var place = new SourcePlace(source, new SourceSpan(Math.Min(at, source.Text.Length - 1), 1), SourcePath.Root);
            diagnostics.Add(SourceFaults.NotUtf8(place, BitConverter.ToString(fault.BytesUnknown ?? [])));
            return source;
        }
    }
}
