using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>--watch, with files that change while it waits.</summary>
public sealed class WatchTests
{
    private const string Base = """{ "id": "base", "version": "1", "settings": { "language": "en" }, "measures": { "sales": {} } }""";
    private const string Child = """{ "id": "child", "version": "1", "extends": "base", "kpis": { "goal": { "formula": "sales" } } }""";

    [Fact]
    public async Task RunsAgain_WhenTheFileOrABaseChanges_AndAnswersWhenItEnds()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (child, parent) = (Path.Combine(folder, "child.json"), Path.Combine(folder, "base.json"));
            await File.WriteAllTextAsync(parent, Base);
            await File.WriteAllTextAsync(child, Child);
            using var stop = new CancellationTokenSource();
            var output = new SharedWriter();
            var console = new ToolConsole(output, output) { Stop = stop.Token };
            var run = Task.Run(() => Tool.Run(["validate", child, "--watch", "--language", "en"], console));
            await output.Until("child 1: good");
            await File.WriteAllTextAsync(child, Child.Replace("\"1\"", "\"2\""));
            await output.Until("child 2: good");
            await File.WriteAllTextAsync(parent, Base.Replace("sales", "orders"));
            await output.Until("unknown name 'sales'");
            await stop.CancelAsync();
            (await run).Should().Be(ExitCode.RulesetFails, "that is the last answer");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task RunsAgain_WhenAGlobMatchesAnotherFile()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "one.json"), Base);
            using var stop = new CancellationTokenSource();
            var output = new SharedWriter();
            var console = new ToolConsole(output, output) { Stop = stop.Token };
            var run = Task.Run(() => Tool.Run(["validate", Path.Combine(folder, "*.json"), "--watch", "--language", "en"], console));
            await output.Until("base 1: good");
            await File.WriteAllTextAsync(Path.Combine(folder, "two.json"), Base.Replace("\"base\"", "\"second\""));
            await output.Until("second 1: good");
            await stop.CancelAsync();
            (await run).Should().Be(ExitCode.Good);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(false, null, null, true)]
    [InlineData(false, "", "xterm-256color", true)]
    [InlineData(true, null, "xterm", false)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, null, "dumb", false)]
    public void ColourIsForTerminalsThatWantIt(bool isRedirected, string? noColor, string? term, bool expected)
    {
        var paint = Paint.For(isRedirected, name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => "set" });
        paint.Error("x").Should().Be(expected ? "\e[31mx\e[0m" : "x");
    }

    [Fact]
    public void InColour_TheCodeStandsOut_AndNothingElseChanges()
    {
        var file = Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files", "broken.json");
        var (plain, painted) = (new StringWriter(), new StringWriter());
        Tool.Run(["validate", file], TextWriter.Null, plain);
        Tool.Run(["validate", file], new ToolConsole(TextWriter.Null, painted) { ErrorPaint = new Paint(true) });
        painted.ToString().Should().Contain(": \e[31merror KPI2009\e[0m: ");
        painted.ToString().Replace("\e[31m", "").Replace("\e[0m", "").Should().Be(plain.ToString());
    }

    /// <summary>What one thread writes and another waits for.</summary>
    private sealed class SharedWriter : StringWriter
    {
        private readonly Lock _lock = new();

        public override void WriteLine(string? value)
        {
            lock (_lock)
                base.WriteLine(value);
        }

        public async Task Until(string text)
        {
            // a minute is for a machine that does much else; nothing is asserted of how long it takes
            for (var i = 0; i < 3000 && !Text().Contains(text); i++)
                await Task.Delay(20);
            Text().Should().Contain(text);
        }

        private string Text()
        {
            lock (_lock)
                return ToString();
        }
    }
}
