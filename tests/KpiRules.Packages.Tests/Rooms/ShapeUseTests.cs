using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace KpiRules.Packages.Tests.Rooms;

/// <summary>What a shape describes is read: a property that the schema allows and nobody reads would be refused, or say nothing.</summary>
public sealed class ShapeUseTests
{
    [Fact]
    public void EveryPropertyOfAShape_IsRead()
    {
        var library = SourceProject.All.Single(project => project.Name == "KpiRules");
        using var module = ModuleDefinition.ReadModule(library.AssemblyOf(library.NewestTarget));
        var types = module.GetTypes().ToList();
        // the shape's own initializer puts the property into the shape, and reads nothing
        var read = types.SelectMany(type => type.Methods).Where(method => method.HasBody && !method.IsConstructor)
            .SelectMany(method => method.Body.Instructions).Where(instruction => instruction.OpCode == OpCodes.Ldsfld)
            .Select(instruction => ((FieldReference)instruction.Operand).FullName).ToHashSet();
        var properties = types.Where(type => type.Name.EndsWith("Shape", StringComparison.Ordinal)).SelectMany(type => type.Fields)
            .Where(field => field.IsStatic && field.IsPublic && field.FieldType.Name is "Property`1" or "DefaultedProperty`1").ToList();
        properties.Should().HaveCountGreaterThan(100);
        var unread = properties.Where(field => !read.Contains(field.FullName)).Select(field => $"{field.DeclaringType.Name}.{field.Name}");
        string.Join(", ", unread).Should().BeEmpty("what is described must be read");
    }
}
