// The entry of the tool.
using System;
using System.Text;
using System.Threading;
using KpiRules.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // only --watch waits for it: the first press lets it answer, the second ends the process as ever
    pressed.Cancel = args.AsSpan().Contains("--watch") && !stop.IsCancellationRequested;
    stop.Cancel();
};
return Tool.Run(args, new ToolConsole(Console.Out, Console.Error, Input: Console.OpenStandardInput)
{
    Paint = Paint.For(Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
    ErrorPaint = Paint.For(Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
    Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
    HelpLanguage = HelpLanguage.Of(Environment.GetEnvironmentVariable),
    Stop = stop.Token,
});
