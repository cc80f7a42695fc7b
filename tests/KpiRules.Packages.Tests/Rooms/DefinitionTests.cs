using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Mono.Cecil;
using Xunit;

namespace KpiRules.Packages.Tests.Rooms;

/// <summary>What is read of a ruleset is also made use of: a section or a property that is read and then forgotten says nothing.</summary>
public sealed class DefinitionTests
{
    /// <summary>What the compiler writes for a record looks at everything, and makes use of nothing.</summary>
    private static readonly string[] OfRecords = ["PrintMembers", "Equals", "GetHashCode", "Deconstruct", "ToString"];

    [Fact]
    public void EveryPropertyOfADefinition_IsLookedAt()
    {
        var library = SourceProject.All.Single(project => project.Name == "KpiRules");
        using var module = ModuleDefinition.ReadModule(library.AssemblyOf(library.NewestTarget));
        var types = module.GetTypes().ToList();
        var called = types.SelectMany(type => type.Methods).Where(method => method.HasBody && !OfRecords.Contains(method.Name))
            .SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand).OfType<MethodReference>().Select(method => method.Resolve()?.FullName)
            .ToHashSet();
        var definitions = types.Where(IsDefinition).ToList();
        definitions.Should().HaveCountGreaterThan(20);
        var forgotten = definitions.SelectMany(type => type.Properties)
            .Where(property => property.Name != "EqualityContract" && !IsLookedAt(property.GetMethod, called))
            .Select(property => $"{property.DeclaringType.Name}.{property.Name}");
        string.Join(", ", forgotten).Should().BeEmpty("an author who writes something must see it act");
    }

    /// <summary>As an author wrote a ruleset or a part of one.</summary>
    private static bool IsDefinition(TypeDefinition type) =>
        type.Name.EndsWith("Definition", System.StringComparison.Ordinal)
        && (type.Namespace == "KpiRules.Rulesets" || type.Namespace.StartsWith("KpiRules.Sections", System.StringComparison.Ordinal));

    /// <summary>By its own name, or by that of what it overrides.</summary>
    private static bool IsLookedAt(MethodDefinition getter, HashSet<string?> called)
    {
        for (var type = getter.DeclaringType; type is not null; type = type.BaseType?.Resolve())
        {
            if (type.Methods.FirstOrDefault(method => method.Name == getter.Name) is { } same && called.Contains(same.FullName))
                return true;
        }

        return false;
    }
}
