// Where the tool writes.
using System.IO;

namespace KpiRules.Cli;

internal sealed record ToolConsole(TextWriter Output, TextWriter Error);
