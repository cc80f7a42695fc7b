using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.Hosting.Tests;

/// <summary>
/// What deployments and accidents do to a folder while a host evaluates: the newest good policies come into use, nothing is
/// lost, nothing told twice. KPIRULES_RELOADS says how many of each; a few unless set.
/// </summary>
public sealed class ReloadStressTests(ITestOutputHelper output)
{
    private static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("KPIRULES_RELOADS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 12;

    /// <summary>By turns moved away, deleted, and exchanged so fast that one swap falls into the reading of the last.</summary>
    [Fact]
    public async Task FoldersThatTakeEachOthersPlace_AreAllSeen()
    {
        using var folder = new TestFolder { ["live/acme.json"] = Versions.Acme(0), ["live/base.json"] = Versions.Base(0) };
        var live = Path.Combine(folder.Path, "live");
        await using var host = await BusyHost.StartAsync(live, isExchangedAsAWhole: true);
        var random = new Random(7);
        for (var version = 1; version <= Times; version++)
        {
            folder[$"next{version}/acme.json"] = Versions.Acme(version);
            folder[$"next{version}/base.json"] = Versions.Base(version);
            if (version % 2 == 0)
                Directory.Delete(live, recursive: true);
            else
                Directory.Move(live, Path.Combine(folder.Path, $"last{version}"));
            await Task.Delay(random.Next(0, 40));
            Directory.Move(Path.Combine(folder.Path, $"next{version}"), live);
            if (version % 3 != 0 || version == Times)
                await host.Until(version);
        }

        output.WriteLine(await host.StopAsync());
    }

    /// <summary>A volume is exchanged by a link: of the folder itself, or of one above it.</summary>
    [Theory]
    [InlineData("live")]
    [InlineData("live/rulesets")]
    public async Task LinksThatAreExchanged_AreAllSeen(string path)
    {
        using var folder = new TestFolder { [$"{Real(0)}/acme.json"] = Versions.Acme(0), [$"{Real(0)}/base.json"] = Versions.Base(0) };
        string Real(int version) => path.Replace("live", $"v{version}");
        var link = Path.Combine(folder.Path, "live");
        Directory.CreateSymbolicLink(link, "v0");
        await using var host = await BusyHost.StartAsync(Path.Combine(folder.Path, path), isExchangedAsAWhole: true);
        // of a folder above the system tells nothing: each waits for a look
        var times = path == "live" ? Times : Math.Max(3, Times / 8);
        for (var version = 1; version <= times; version++)
        {
            folder[$"{Real(version)}/acme.json"] = Versions.Acme(version);
            folder[$"{Real(version)}/base.json"] = Versions.Base(version);
            Directory.CreateSymbolicLink(link + ".new", $"v{version}");
            Exchange(link + ".new", link).Should().Be(0);
            if (version % 3 != 0 || version == times)
                await host.Until(version);
        }

        output.WriteLine(await host.StopAsync());
    }

    /// <summary>What a swap interrupts must not stay unwatched: the folder goes away once more while the one before it is told.</summary>
    [Fact]
    public async Task AFolderThatGoesAgainWhileItIsTold_StaysWatched()
    {
        using var folder = new TestFolder { ["live/acme.json"] = Versions.Acme(0), ["live/base.json"] = Versions.Base(0) };
        var (live, away) = (Path.Combine(folder.Path, "live"), Path.Combine(folder.Path, "away"));
        await using var host = await BusyHost.StartAsync(live, isExchangedAsAWhole: false);
        using var told = new SemaphoreSlim(0);
        host.Catalogue.Failed += (_, _) => told.Release();
        var isTold = false;
        host.Catalogue.Changed += (_, _) =>
        {
            if (!isTold)
                Directory.Move(live, away);
            isTold = true;
        };
        Directory.Move(live, away);
        (await told.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue();
        folder["away/acme.json"] = Versions.Acme(1);
        folder["away/base.json"] = Versions.Base(1);
        Directory.Move(away, live);
        await host.Until(1);
        await Until(() => Directory.Exists(away));
        Directory.Move(away, live);
        await host.Catalogue.ReloadAsync();
        folder["live/acme.json"] = Versions.Acme(2);
        folder["live/base.json"] = Versions.Base(2);
        await host.Until(2);
        output.WriteLine(await host.StopAsync());
    }

    [Fact]
    public async Task HalfWrittenFiles_AreWaitedOut()
    {
        using var folder = new TestFolder { ["acme.json"] = Versions.Acme(0), ["base.json"] = Versions.Base(0) };
        await using var host = await BusyHost.StartAsync(folder.Path, isExchangedAsAWhole: false);
        var random = new Random(7);
        for (var version = 1; version <= Times; version++)
        {
            var text = Versions.Acme(version);
            using (var file = new StreamWriter(Path.Combine(folder.Path, "acme.json")) { AutoFlush = true })
            {
                var half = random.Next(0, text.Length);
                file.Write(text.AsSpan(0, half));
                await Task.Delay(random.Next(0, 60));
                file.Write(text.AsSpan(half));
            }

            if (version % 3 != 0 || version == Times)
                await host.Until(version);
        }

        output.WriteLine(await host.StopAsync());
    }

    /// <summary>What leads nowhere, or in circles, is told once and takes nothing from the rest.</summary>
    [Fact]
    public async Task LinksThatLeadInCircles_TakeNothingAway()
    {
        using var folder = new TestFolder { ["live/acme.json"] = Versions.Acme(0), ["live/base.json"] = Versions.Base(0) };
        var live = Path.Combine(folder.Path, "live");
        await using var host = await BusyHost.StartAsync(live, isExchangedAsAWhole: false);
        File.CreateSymbolicLink(Path.Combine(live, "loop.json"), "loop.json");
        Directory.CreateSymbolicLink(Path.Combine(live, "around"), "../live");
        await Until(() => host.Log.Of(1004).Length > 0);
        folder["live/acme.json"] = Versions.Acme(1);
        await host.Until(1);
        Directory.Move(live, Path.Combine(folder.Path, "away"));
        Directory.CreateSymbolicLink(live, "live");
        await Until(() => host.Log.Of(1004).Length > 1);
        host.Catalogue.Current.Policies.Should().ContainSingle("the last good policy stays").Which.Version.Should().Be("1");
        File.Delete(live);
        folder["away/acme.json"] = Versions.Acme(2);
        Directory.Move(Path.Combine(folder.Path, "away"), live);
        await host.Until(2);
        File.Delete(Path.Combine(live, "loop.json"));
        await Until(() => host.Catalogue.Current.Problems.Count == 0);
        output.WriteLine(await host.StopAsync());
    }

    [UnprivilegedFact]
    public async Task AFolderThatIsClosedAndOpened_IsReadAgain() =>
        output.WriteLine(await OwnProcess.OutputOfAsync(CloseAndOpen, [], isUnprivileged: true));

    /// <summary>By turns the folder and a file in it; the system tells neither.</summary>
    private static async Task CloseAndOpen(string[] words)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        using var folder = new TestFolder { ["live/acme.json"] = Versions.Acme(0), ["live/base.json"] = Versions.Base(0) };
        var (live, file) = (Path.Combine(folder.Path, "live"), Path.Combine(folder.Path, "live", "acme.json"));
        await using var host = await BusyHost.StartAsync(live, isExchangedAsAWhole: false);
        for (var version = 1; version <= Math.Max(2, Times / 12); version++)
        {
            var closed = version % 2 == 0 ? live : file;
            var open = File.GetUnixFileMode(closed);
            File.SetUnixFileMode(closed, UnixFileMode.UserWrite | (closed == live ? UnixFileMode.UserExecute : 0));
            // seen where the system tells it not, or not seen at all: the newest must come into use in either case
            if (version % 3 != 0)
                await Until(() => host.Catalogue.Current.Problems.Count > 0);
            folder["live/acme.json"] = Versions.Acme(version);
            File.SetUnixFileMode(closed, open);
            await host.Until(version);
            await Until(() => host.Catalogue.Current.Problems.Count == 0);
        }

        Console.WriteLine(await host.StopAsync());
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition() && clock.Elapsed < TimeSpan.FromMinutes(1);)
            await Task.Delay(1);
        condition().Should().BeTrue();
    }

    /// <summary>At once, as a deployment does it: .NET moves a link to a folder only to where nothing is.</summary>
    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int Exchange([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
