// Takes a text and the file that --out names, writes it there; none of the files that the command reads.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Files;

namespace KpiRules.Cli;

internal static class OutputFile
{
    /// <summary>Refuses to write over what is read.</summary>
    /// <param name="option">What names the output, such as <c>--out</c>.</param>
    /// <param name="output">Null for none.</param>
    /// <exception cref="UsageException">The output is also an input, whatever it is called there.</exception>
    public static void Check(string option, string? output, IEnumerable<string?> inputs, string language)
    {
        if (output is null)
            return;
        try
        {
            if (inputs.OfType<string>().FirstOrDefault(input => FilePath.AreSame(input, output)) is { } input)
                throw new UsageException(ToolText.OutputIsInput(language, option, output, input));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(ToolText.CannotBeWritten(language, option, output, fault.Message));
        }
    }

    /// <summary>Writes to the file, or to standard output where none is named.</summary>
    /// <exception cref="UsageException">The file cannot be written; what it held stays.</exception>
    public static void WriteOrPrint(ToolConsole console, string? file, string text, string language)
    {
        if (file is null)
            console.Output.Write(text);
        else
            Write(console, file, text, language);
    }

    /// <summary>Writes the whole of it, or nothing.</summary>
    /// <exception cref="UsageException">The file cannot be written; what it held stays.</exception>
    public static void Write(ToolConsole console, string file, string text, string language, string option = "--out")
    {
        try
        {
            AtomicFile.Write(file, text, console.Reached);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(ToolText.CannotBeWritten(language, option, file, fault.Message));
        }
    }
}
