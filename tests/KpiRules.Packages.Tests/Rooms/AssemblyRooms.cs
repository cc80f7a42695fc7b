// Takes a compiled assembly, gives which of its namespaces refers to which other, and by what.
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace KpiRules.Packages.Tests.Rooms;

/// <remarks>
/// Read from the types, signatures and bodies: what a method names without a <c>using</c> counts, and a needless <c>using</c>
/// does not.
/// </remarks>
internal sealed class AssemblyRooms
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _references = new(System.StringComparer.Ordinal);
    private readonly ModuleDefinition _module;

    private AssemblyRooms(ModuleDefinition module)
    {
        _module = module;
        foreach (var type in module.GetTypes().Where(type => IsOurs(RoomOf(type))))
        {
            if (!_references.ContainsKey(RoomOf(type)))
                _references.Add(RoomOf(type), new(System.StringComparer.Ordinal));
            foreach (var used in TypeReferences.Of(type))
                Add(type, used);
        }
    }

    public static AssemblyRooms Of(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        return new AssemblyRooms(module);
    }

    /// <summary>Every namespace of the assembly that has a type of ours.</summary>
    public IEnumerable<string> Rooms => _references.Keys;

    /// <summary>The other namespaces of the assembly that one refers to.</summary>
    public IEnumerable<string> UsedBy(string room) => _references[room].Keys;

    /// <summary>The types by which one namespace refers to another.</summary>
    public IEnumerable<string> Reasons(string room, string used) => _references[room][used];

    /// <summary>A way from a namespace back to itself, with a reason for each step; null where there is none.</summary>
    public string? FindCycle()
    {
        // what refers to nothing that is left cannot be on a cycle
        var left = _references.Keys.ToList();
        while (left.RemoveAll(room => !UsedBy(room).Any(left.Contains)) > 0)
        {
        }

        if (left.Count == 0)
            return null;
        var way = new List<string> { left[0] };
        while (true)
        {
            var next = UsedBy(way[^1]).First(left.Contains);
            var start = way.IndexOf(next);
            way.Add(next);
            if (start >= 0)
                return string.Join("\n", way.Skip(start).Zip(way.Skip(start + 1), Told));
        }
    }

    private string Told(string from, string to) => $"{from} uses {to}: {string.Join(", ", Reasons(from, to).Take(5))}";

    private void Add(TypeDefinition from, TypeReference to)
    {
        // a type of another assembly may share the namespace: it is no room of this one
        if (to.Scope != _module || RoomOf(to) == RoomOf(from) || !IsOurs(RoomOf(to)))
            return;
        var used = _references[RoomOf(from)];
        if (!used.TryGetValue(RoomOf(to), out var reasons))
            used.Add(RoomOf(to), reasons = new(System.StringComparer.Ordinal));
        reasons.Add($"{Outermost(from).Name} → {to.Name}");
    }

    /// <summary>
    /// The compiler's own types have no namespace; what stands in for a part of an older framework, or is generated, has the
    /// framework's.
    /// </summary>
    private static bool IsOurs(string room) =>
        room.Length > 0 && !room.StartsWith("System", System.StringComparison.Ordinal) && room != "Microsoft.CodeAnalysis";

    private static string RoomOf(TypeReference type) => Outermost(type).Namespace;

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
