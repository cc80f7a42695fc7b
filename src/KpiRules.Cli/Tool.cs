// Takes the words of a command, runs it, and turns every failure into a message and an exit code.
using System;
using System.CommandLine;
using System.IO;

namespace KpiRules.Cli;

internal static class Tool
{
    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For everything else.</param>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var console = new ToolConsole(output, error);
        var root = new RootCommand("KPI policies written as JSON: check them, test them, evaluate them.")
        {
            ValidateCommand.Create(console),
            TestCommand.Create(console),
            EvaluateCommand.Create(console),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                error.WriteLine($"kpirules: {fault.Message}");
            error.WriteLine("Try 'kpirules --help', or 'kpirules evaluate --help' and the like.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException fault)
        {
            error.WriteLine($"kpirules: {fault.Message}");
            return ExitCode.WrongUsage;
        }
        catch (Exception fault)
        {
            error.WriteLine($"kpirules: internal error: {fault.GetType().Name}: {fault.Message}");
            return ExitCode.Internal;
        }
    }
}
