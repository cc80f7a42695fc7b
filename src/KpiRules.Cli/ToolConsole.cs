// Where the tool writes.
using System;
using System.IO;
using KpiRules.Files;

namespace KpiRules.Cli;

/// <param name="Reached">Called after each step of writing a file, for tests; null for nothing.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, Action<WriteStep>? Reached = null);
