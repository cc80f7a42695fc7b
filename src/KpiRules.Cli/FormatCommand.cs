// kpirules format: writes rulesets as everybody would write them, so that only what changed shows as a change.
using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using KpiRules.Cli.Formatting;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class FormatCommand
{
    public static Command Create(ToolConsole console)
    {
        var (files, language) = (CommonOptions.Rulesets(), CommonOptions.Language());
        var check = new Option<bool>("--check") { Description = "Write nothing; exit code 1 where something would change." };
        var command = new Command(
            "format", "Write rulesets in one form: two spaces, what is short on one line. Comments stay, and no result changes.")
        {
            files,
            check,
            language,
        };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(language);
            return RulesetFiles.Of(parsed.GetValue(files)!, asked ?? CommonOptions.UnknownLanguage)
                .Max(file => TryFormat(console, file, parsed.GetValue(check), asked));
        });
        return command;
    }

    /// <summary>A file that cannot be read or written does not keep the others from being formatted.</summary>
    private static int TryFormat(ToolConsole console, string file, bool isCheck, string? asked)
    {
        try
        {
            return Format(console, file, isCheck, asked);
        }
        catch (UsageException fault)
        {
            Tool.Print(console.Error, fault);
            return ExitCode.WrongUsage;
        }
    }

    private static int Format(ToolConsole console, string file, bool isCheck, string? asked)
    {
        var bytes = Read(console, file, asked);
        var isInput = file == RulesetFiles.StandardInput;
        var name = isInput ? RulesetFiles.InputName : file;
        var read = Policy.ReadBytes(bytes, name, isInput ? "." : Path.GetDirectoryName(Path.GetFullPath(file))!);
        var language = asked ?? read.Language;
        var faults = read.Diagnostics.Where(diagnostic => diagnostic.File == name && IsOfText(diagnostic)).ToList();
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
                console.Error.WriteLine(fault.Print(language));
            console.Error.WriteLine($"{name}: {ToolText.NotFormatted(language)}");
            return ExitCode.RulesetFails;
        }

        var text = CanonicalText.Of(Encoding.UTF8.GetString(bytes));
        var isSame = bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
        if (isCheck)
            return Check(console, name, isSame, language);
        if (isInput)
            console.Output.Write(text);
        else if (!isSame)
            Write(console, file, text, language);
        return ExitCode.Good;
    }

    private static int Check(ToolConsole console, string name, bool isSame, string language)
    {
        if (!isSame)
            console.Output.WriteLine($"{name}: {ToolText.WouldBeFormatted(language)}");
        return isSame ? ExitCode.Good : ExitCode.RulesetFails;
    }

    private static void Write(ToolConsole console, string file, string text, string language)
    {
        OutputFile.Write(console, file, text, language, "format");
        console.Output.WriteLine($"{file}: {ToolText.Formatted(language)}");
    }

    /// <summary>What is wrong with names and types does not keep a text from being formatted.</summary>
    private static bool IsOfText(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Code.StartsWith("KPI1", StringComparison.Ordinal);

    private static byte[] Read(ToolConsole console, string file, string? asked)
    {
        if (file == RulesetFiles.StandardInput)
            return console.ReadInput();
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault, asked ?? CommonOptions.UnknownLanguage);
        }
    }
}
