// The formats in which validate, lint and test answer.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Reflection;
using KpiRules.Cli.Reports;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class ReportFormat
{
    public const string Text = "text";

    private const string Json = "json";
    private const string Sarif = "sarif";
    private const string GitHub = "github";

    public static Option<string> Option()
    {
        var option = new Option<string>("--format")
        {
            Description = "text; json; sarif (2.1.0) for code hosts and editors; github: annotations of GitHub Actions.",
            DefaultValueFactory = _ => Text,
        };
        option.AcceptOnlyFromAmong(Text, Json, Sarif, GitHub);
        return option;
    }

    /// <summary>Writes what the files gave, each as soon as it is known where the format allows that; gives the worst answer.</summary>
    public static int Write(ToolConsole console, string format, string command, IEnumerable<CheckedRuleset> files)
    {
        if (format is Json or Sarif)
        {
            var all = files.ToList();
            console.Output.Write(JsonText.Write(json =>
            {
                if (format == Json)
                    JsonReport.Write(json, command, all);
                else
                    SarifReport.Write(json, all, Assembly.GetExecutingAssembly().GetName().Version!.ToString(3), Address());
            }));
            return all.Max(file => file.ExitCode);
        }

        return files.Max(file =>
        {
            if (format == GitHub)
                GitHubReport.Write(console.Output, file);
            else
                WriteText(console, file);
            return file.ExitCode;
        });
    }

    private static void WriteText(ToolConsole console, CheckedRuleset file)
    {
        if (file.Read is null)
        {
            Tool.Print(console.Error, new UsageException(file.Summary));
            return;
        }

        foreach (var diagnostic in file.Diagnostics)
            console.Error.WriteLine(Painted(console.ErrorPaint, diagnostic, file.Language));
        if (file.Read.OmittedDiagnostics > 0)
            console.Error.WriteLine(ToolText.Omitted(file.Language, file.Read.OmittedDiagnostics));
        foreach (var line in file.Details)
            console.Output.WriteLine(line);
        (file.Read.Policy is null ? console.Error : console.Output).WriteLine($"{file.File}: {file.Summary}");
    }

    /// <summary>How grave it is, and the code, stand out.</summary>
    private static string Painted(Paint paint, Diagnostic diagnostic, string language)
    {
        var text = diagnostic.Print(language);
        var code = text.IndexOf($" {diagnostic.Code}:", StringComparison.Ordinal);
        var start = code < 0 ? -1 : text.LastIndexOf(' ', code - 1) + 1;
        if (!paint.IsOn || start < 0)
            return text;
        var words = text[start..(code + 1 + diagnostic.Code.Length)];
        var painted = diagnostic.Severity == DiagnosticSeverity.Error ? paint.Error(words) : paint.Warning(words);
        return text[..start] + painted + text[(start + words.Length)..];
    }

    /// <summary>The build writes it down where the sources come from a public host.</summary>
    private static Uri? Address() => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryUrl")?.Value is { } url
        && Uri.TryCreate(url.TrimEnd('/') + "/blob/HEAD/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;
}
