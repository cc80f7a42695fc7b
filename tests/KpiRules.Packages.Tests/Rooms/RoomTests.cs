using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests.Rooms;

/// <summary>Which namespace of an assembly may use which other: a room never knows those above it.</summary>
public sealed class RoomTests
{
    public static TheoryData<string, string> Assemblies
    {
        get
        {
            var assemblies = new TheoryData<string, string>();
            foreach (var project in SourceProject.All)
            {
                foreach (var target in project.Targets)
                    assemblies.Add(project.Name, target);
            }

            return assemblies;
        }
    }

    public static TheoryData<string> Projects => new(SourceProject.All.Select(project => project.Name));

    private static ConcurrentDictionary<string, AssemblyRooms> Read { get; } = new();

    private static Dictionary<string, string[]> Table { get; } = RoomTable.Lines.ToDictionary(line => line.Room, line => line.MayUse);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void NoRoom_RefersBack(string name, string target) => RoomsOf(name, target).FindCycle().Should().BeNull();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void UsesOnlyTheRoomsItMay(string name, string target)
    {
        var rooms = RoomsOf(name, target);
        foreach (var room in rooms.Rooms)
        {
            foreach (var used in rooms.UsedBy(room).Except(MayUse(room)))
                Assert.Fail($"{room} may not use {used}: {string.Join(", ", rooms.Reasons(room, used).Take(5))}");
        }
    }

    /// <summary>A constant leaves no trace in the compiled code, so what files say they use counts too.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void NamesOnlyTheRoomsItMay(string name)
    {
        var own = RoomsOf(name, Project(name).NewestTarget).Rooms.ToHashSet();
        foreach (var (file, text) in FilesOf(name))
        {
            var room = Regex.Match(text, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
            if (!own.Contains(room))
                continue;
            var used = Regex.Matches(text, @"^using (KpiRules[\w.]*);", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
            used.Where(own.Contains).Except(MayUse(room)).Should().BeEmpty("{0} is in {1}", file, room);
        }
    }

    /// <summary>And each room of the table stands below all that may use it, so the table itself has no cycle.</summary>
    [Fact]
    public void EveryRoom_IsInTheTable_AboveThoseItMayUse()
    {
        var rooms = SourceProject.All.SelectMany(project => RoomsOf(project.Name, project.NewestTarget).Rooms).Distinct();
        rooms.Should().BeEquivalentTo(Table.Keys);
        var below = new List<string>();
        foreach (var (room, used) in RoomTable.Lines)
        {
            used.Except(below).Should().BeEmpty("{0} stands above all it uses", room);
            below.Add(room);
        }
    }

    /// <summary>All but a few files, which say why.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void AFolder_IsANamespace(string name)
    {
        foreach (var (file, text) in FilesOf(name).Where(file => !RoomTable.Elsewhere.Contains(file.Path)))
            text.Should().Contain($"\nnamespace {file[..file.LastIndexOf('/')].Replace('/', '.')};", "{0} is there", file);
    }

    [Fact]
    public void OnlyFormulas_KnowsNCalc()
    {
        var files = SourceProject.All.SelectMany(project => FilesOf(project.Name));
        files.Where(file => Regex.IsMatch(file.Text, @"^using NCalc|\bNCalc\.\w", RegexOptions.Multiline)).Select(file => file.Path)
            .Should().BeEquivalentTo("KpiRules/Formulas/FormulaParser.cs", "KpiRules/Formulas/NCalcLowering.cs");
    }

    private static string[] MayUse(string room) => Table.TryGetValue(room, out var used) ? used : [];

    private static AssemblyRooms RoomsOf(string name, string target) => Read.GetOrAdd(Project(name).AssemblyOf(target), AssemblyRooms.Of);

    private static SourceProject Project(string name) => SourceProject.All.Single(project => project.Name == name);

    /// <summary>The code of a project, with paths from src/ on.</summary>
    private static IEnumerable<(string Path, string Text)> FilesOf(string name) => Project(name).Files
        .Where(file => file.EndsWith(".cs", System.StringComparison.Ordinal) && !Regex.IsMatch(file, @"[\\/](obj|bin)[\\/]"))
        .Select(file => (Path.GetRelativePath(Repository.PathOf("src"), file).Replace('\\', '/'), File.ReadAllText(file)));
}
