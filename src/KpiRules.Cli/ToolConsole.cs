// Where the tool reads and writes.
using System;
using System.IO;
using System.Threading;
using KpiRules.Files;

namespace KpiRules.Cli;

/// <param name="Reached">Called after each step of writing a file, for tests; null for nothing.</param>
/// <param name="Input">Opens standard input; null for none.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, Action<WriteStep>? Reached = null, Func<Stream>? Input = null)
{
    /// <summary>For standard output.</summary>
    public Paint Paint { get; init; } = Paint.None;

    /// <summary>For standard error.</summary>
    public Paint ErrorPaint { get; init; } = Paint.None;

    /// <summary>The columns of the terminal that standard output is; null where it is none.</summary>
    public int? Width { get; init; }

    /// <summary>In which help is, unless the command says: zh or en.</summary>
    public string HelpLanguage { get; init; } = "en";

    /// <summary>What ends a command that would go on for ever.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>All of standard input.</summary>
    public byte[] ReadInput()
    {
        using var stream = Input?.Invoke() ?? Stream.Null;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
