using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests.Guide;

/// <summary>Who follows a page of the guide word for word, in an empty folder, gets what it shows.</summary>
[Collection(nameof(PackedPackages))]
public sealed class GuideTests(PackedPackages packages)
{
    private const string Native = "native";

    public static TheoryData<string> Pages => [.. GuidePage.All.Select(page => page.Name)];

    public static TheoryData<string> ManagedPages => [.. GuidePage.All.Select(page => page.Name).Where(name => name != Native)];

    [PackagesTheory]
    [MemberData(nameof(ManagedPages))]
    public void APage_DoesWhatItShows(string name) => Follow(GuidePage.All.Single(page => page.Name == name));

    [PackagesFact(links: true)]
    public void ThePageOnNativeCode_DoesWhatItShows() => Follow(GuidePage.All.Single(page => page.Name == Native));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryBlock_IsRun_AndOutputFollowsCommands(string name)
    {
        var steps = GuidePage.All.Single(page => page.Name == name).Steps.ToList();
        steps.OfType<CommandStep>().Should().NotBeEmpty();
        for (var number = 0; number < steps.Count; number++)
            if (steps[number] is OutputStep)
                steps[number - 1].Should().BeOfType<CommandStep>();
    }

    [Fact]
    public void ThePages_AreListed_AndTellWhatCanGoWrong()
    {
        var pages = GuidePage.All.Where(page => !page.IsBeginning).ToList();
        Regex.Matches(GuidePage.Beginning.Text, @"^\| \[[^\]]+\]\((\w+)\.md\)", RegexOptions.Multiline)
            .Select(link => link.Groups[1].Value).Should().BeEquivalentTo(pages.Select(page => page.Name));
        pages.Should().OnlyContain(page => page.Text.Contains("\n## What can go wrong\n"));
    }

    private void Follow(GuidePage page)
    {
        // as the guide has it: the packages beside the page's folder
        var beside = Directory.CreateDirectory(Path.Combine(packages.Folder, "guide")).FullName;
        if (!Directory.Exists(Path.Combine(beside, "packages")))
            Directory.CreateSymbolicLink(Path.Combine(beside, "packages"), packages.Packages);
        var folder = Directory.CreateDirectory(Path.Combine(beside, page.Name)).FullName;
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(packages.Folder, "scripts", page.Name)).FullName, "page.sh");
        File.WriteAllText(script, page.Script(Path.GetDirectoryName(script)!));

        var said = Command.Run("bash", folder, ["-x", script], packages.FreshMachine);
        var printed = new Queue<string>(said.Split(GuidePage.EndOfOutput + "\n"));
        var last = "";
        foreach (var step in page.Steps)
            if (step is CommandStep)
                last = printed.Dequeue();
            else if (step is OutputStep expected)
                Lines(last).Should().Equal(Lines(expected.Lines), "{0}.md shows so", page.Name);
    }

    private static IEnumerable<string> Lines(string text) => text.TrimEnd().Split('\n').Select(line => line.TrimEnd());
}
