using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests;

/// <summary>Which room of the library may use which; a stage never knows the next.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Source"] = [],
        ["Source.Json"] = ["Source", "Diagnostics"],
        ["Diagnostics"] = ["Source"],
        ["Facts"] = ["Source", "Source.Json", "Diagnostics"],
        ["Rulesets"] = ["Source", "Source.Json", "Diagnostics", "Facts"],
        ["Kernel"] = ["Source", "Source.Json", "Diagnostics", "Facts"],
        ["Formulas"] = ["Source", "Source.Json", "Diagnostics", "Facts", "Kernel"],
        ["Cells"] = ["Source", "Source.Json", "Diagnostics", "Facts", "Rulesets", "Kernel", "Formulas"],
        ["Evaluation.Numbers"] = ["Source", "Facts"],
        ["Evaluation.Frames"] = ["Facts", "Rulesets", "Kernel"],
        ["Evaluation.Nodes"] = ["Facts", "Rulesets", "Kernel", "Cells", "Evaluation.Numbers", "Evaluation.Frames"],
        ["Evaluation"] = ["Diagnostics", "Facts", "Rulesets", "Kernel", "Cells", "Evaluation.Numbers", "Evaluation.Frames", "Evaluation.Nodes"],
        ["Results"] = ["Source.Json", "Diagnostics", "Facts", "Rulesets", "Cells", "Evaluation.Frames", "Evaluation"],
        ["Explanations"] = ["Facts", "Rulesets", "Kernel", "Cells", "Evaluation.Frames", "Evaluation", "Results"],
        ["Planning"] = ["Source.Json", "Diagnostics", "Facts", "Rulesets", "Kernel", "Cells", "Evaluation.Numbers", "Evaluation.Frames", "Evaluation", "Results", "Explanations"],
        ["FollowingUp"] = ["Source", "Source.Json", "Diagnostics", "Facts", "Rulesets", "Results"],
        ["Reading"] = ["Source", "Source.Json", "Diagnostics", "Facts"],
        ["Mapping"] = ["Diagnostics", "Facts", "Results", "Reading"],
        ["Testing"] = ["Source", "Source.Json", "Diagnostics", "Facts", "Rulesets", "Results", "Planning"],
    };

    public static TheoryData<string> Rooms => new(MayUse.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void UsesOnlyTheRoomsItMay(string room)
    {
        foreach (var file in Directory.GetFiles(FolderOf(room), "*.cs"))
        {
            var text = File.ReadAllText(file);
            var used = Regex.Matches(text, @"^using KpiRules\.([\w.]+);", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
            used.Except(MayUse[room]).Should().BeEmpty("{0} is in {1}", Path.GetFileName(file), room);
            Regex.IsMatch(text, @"^using NCalc|\bNCalc\.Logical", RegexOptions.Multiline).Should().Be(room == "Formulas" && text.Contains("NCalc.") && Path.GetFileName(file) is "FormulaParser.cs" or "NCalcLowering.cs", "only Formulas knows NCalc");
            text.Should().Contain($"namespace KpiRules.{room};", "a folder is a namespace");
        }
    }

    [Fact]
    public void EveryRoom_IsInTheTable()
    {
        var source = Repository.PathOf("src", "KpiRules");
        var rooms = Directory.GetDirectories(source, "*", SearchOption.AllDirectories)
            .Where(folder => Directory.GetFiles(folder, "*.cs").Length > 0)
            .Select(folder => Path.GetRelativePath(source, folder).Replace(Path.DirectorySeparatorChar, '.'))
            .Where(room => !room.StartsWith("obj") && !room.StartsWith("bin"));
        rooms.Should().BeEquivalentTo(MayUse.Keys.Append("Compatibility"));
    }

    private static string FolderOf(string room) => Repository.PathOf(["src", "KpiRules", .. room.Split('.')]);
}
