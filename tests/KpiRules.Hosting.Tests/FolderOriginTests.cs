using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Sources;
using KpiRules.Hosting.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What a look at a folder, without any event of the system's, tells of it.</summary>
public sealed class FolderOriginTests
{
    [Theory]
    [InlineData("rulesets/acme.json", true)]
    [InlineData("rulesets/new.json", true)]
    [InlineData("rulesets/beta/ruleset.json", true)]
    [InlineData("rulesets/new/ruleset.json", true)]
    [InlineData("rulesets/base.json", true)]
    [InlineData("base/ruleset.json", true)]
    [InlineData("rulesets/notes.txt", false)]
    [InlineData("rulesets/beta/draft.json", false)]
    [InlineData("rulesets/.acme.json", false)]
    public async Task AnotherFile_IsAChangeWhereItIsRead(string file, bool isChange)
    {
        using var folder = new TestFolder
        {
            ["rulesets/acme.json"] = Texts.Ruleset("acme", "1", extends: "base"),
            ["rulesets/beta/ruleset.json"] = Texts.Ruleset("beta", "1"),
        };
        var origin = await Read(folder);
        origin.HasChanged().Should().BeFalse("nothing has");
        folder[file] = "{}";
        origin.HasChanged().Should().Be(isChange);
    }

    [Fact]
    public async Task ADeletedFile_IsAChange()
    {
        using var folder = new TestFolder { ["rulesets/acme.json"] = Texts.Ruleset("acme", "1") };
        var origin = await Read(folder);
        File.Delete(Path.Combine(folder.Path, "rulesets", "acme.json"));
        origin.HasChanged().Should().BeTrue();
    }

    /// <summary>As images and archives deploy files: all with one time.</summary>
    [Fact]
    public async Task AnotherFileOfTheSameLengthAndTime_IsAChange()
    {
        using var folder = new TestFolder { ["rulesets/acme.json"] = Texts.Ruleset("acme", "1") };
        var (origin, path) = (await Read(folder), Path.Combine(folder.Path, "rulesets", "acme.json"));
        var written = File.GetLastWriteTimeUtc(path);
        folder["rulesets/acme.json"] = Texts.Ruleset("acme", "2");
        File.SetLastWriteTimeUtc(path, written);
        origin.HasChanged().Should().BeTrue();
    }

    [Fact]
    public async Task AFolderThatGoesOrComes_IsAChange()
    {
        using var folder = new TestFolder { ["rulesets/acme.json"] = Texts.Ruleset("acme", "1") };
        var (origin, path) = (await Read(folder), Path.Combine(folder.Path, "rulesets"));
        Directory.Move(path, path + ".away");
        origin.HasChanged().Should().BeTrue();
        var listing = () => origin.ListAsync(CancellationToken.None);
        await listing.Should().ThrowAsync<DirectoryNotFoundException>();
        origin.HasChanged().Should().BeFalse("that it is not there is known");
        Directory.Move(path + ".away", path);
        origin.HasChanged().Should().BeTrue();
    }

    /// <summary>Whatever the system watches or not: looks go on, and only a change is told.</summary>
    [Fact]
    public void AWatch_LooksAgainAndAgain()
    {
        using var folder = new TestFolder { ["acme.json"] = "{}" };
        var (time, hasChanged, looks, told) = (new FakeTimeProvider(), false, 0, 0);
        using (new FolderWatch(
            Path.Combine(folder.Path, "nothing"),
            Look,
            () => told++,
            (_, _) => throw new InvalidOperationException("it is not there"),
            time))
        {
            for (var i = 0; i < 5; i++)
                time.Advance(TimeSpan.FromSeconds(2));
            (looks, told).Should().Be((5, 0));
            hasChanged = true;
            time.Advance(TimeSpan.FromSeconds(2));
            (looks, told).Should().Be((6, 1));
        }

        time.Advance(TimeSpan.FromSeconds(10));
        looks.Should().Be(6, "it is disposed");

        bool Look()
        {
            looks++;
            return hasChanged;
        }
    }

    private static async Task<FolderOrigin> Read(TestFolder folder)
    {
        var origin = new FolderOrigin("rulesets", Path.Combine(folder.Path, "rulesets"));
        foreach (var listed in await origin.ListAsync(CancellationToken.None))
            listed.Bases(new DiagnosticBag()).Find("base");
        return origin;
    }
}
