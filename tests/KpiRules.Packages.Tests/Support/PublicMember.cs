// What a host can call of a library, with its documentation.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace KpiRules.Packages.Tests.Support;

internal sealed record PublicMember(string Id, IMemberDefinition Definition, string Documentation)
{
    /// <summary>All types of a library that a host sees, and their members; without what the compiler writes for records.</summary>
    public static IEnumerable<PublicMember> Of(SourceProject library)
    {
        var path = library.AssemblyOf(library.NewestTarget);
        var documentation = XDocument.Load(Path.ChangeExtension(path, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => string.Concat(member.Nodes()));
        return ModuleDefinition.ReadModule(path).GetTypes().Where(IsVisible)
            .SelectMany(type => Members(type).Prepend<IMemberDefinition>(type))
            .Select(member => (Id: DocCommentId.GetDocCommentId(member), Member: member))
            .Where(one => documentation.ContainsKey(one.Id))
            .Select(one => new PublicMember(one.Id, one.Member, documentation[one.Id]));
    }

    /// <summary>What is null or may be: the value of a property, what a method gives, and parameters by name.</summary>
    public IEnumerable<string> Nullable => Definition switch
    {
        PropertyDefinition property => IsNullable(property.PropertyType, property, property.GetMethod ?? property.SetMethod) ? [""] : [],
        MethodDefinition method =>
        [
            .. IsNullable(method.ReturnType, method.MethodReturnType, method) ? [""] : (string[])[],
            .. method.Parameters.Where(parameter => IsNullable(parameter.ParameterType, parameter, method))
                .Select(parameter => parameter.Name),
        ],
        _ => [],
    };

    /// <summary>Whether it is a number, or may be one.</summary>
    public bool IsNumber => (Definition as PropertyDefinition)?.PropertyType is { } type
        && (type is GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable ? nullable.GenericArguments[0] : type)
            .MetadataType is var kind && (kind is MetadataType.Int32 or MetadataType.Int64 or MetadataType.Double
                || type.FullName.Contains("System.Decimal", StringComparison.Ordinal));

    /// <summary>Whether it has objects of its own, which several threads may hold.</summary>
    public bool IsShared => Definition is TypeDefinition { IsInterface: false, IsEnum: false } type
        && !(type.IsSealed && type.IsAbstract)
        && !Bases(type).Any(one => one is "System.Exception" or "System.Attribute" or "System.MulticastDelegate");

    /// <summary>The exceptions that its own code throws.</summary>
    public IEnumerable<string> Thrown => Definition is MethodDefinition { HasBody: true } method
        ? method.Body.Instructions.Where(instruction => instruction.OpCode.Code == Mono.Cecil.Cil.Code.Newobj)
            .Select(instruction => ((MethodReference)instruction.Operand).DeclaringType)
            .Where(type => type.Name.EndsWith("Exception", StringComparison.Ordinal))
            .Select(type => type.FullName).Distinct()
        : [];

    private static bool IsVisible(TypeDefinition type) =>
        type.DeclaringType is { } outer ? type.IsNestedPublic && IsVisible(outer) : type.IsPublic;

    private static IEnumerable<IMemberDefinition> Members(TypeDefinition type) =>
        type.Methods.Where(method => method.IsPublic && !method.IsGetter && !method.IsSetter && !IsOfTheCompiler(method))
            .Concat<IMemberDefinition>(type.Properties.Where(property => property.GetMethod?.IsPublic ?? false));

    private static bool IsOfTheCompiler(MethodDefinition method) =>
        method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static IEnumerable<string> Bases(TypeDefinition type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.Resolve()?.BaseType)
            yield return parent.FullName;
    }

    /// <summary>As the compiler notes it: at the place itself, else at what holds it.</summary>
    private static bool IsNullable(TypeReference type, ICustomAttributeProvider place, MethodDefinition method)
    {
        if (type is GenericInstanceType { ElementType.FullName: "System.Nullable`1" })
            return true;
        if (type.IsValueType || type.MetadataType == MetadataType.Void)
            return false;
        return (Noted(place, "NullableAttribute") ?? Holders(method).Select(holder => Noted(holder, "NullableContextAttribute"))
            .FirstOrDefault(noted => noted is not null)) == 2;
    }

    private static IEnumerable<ICustomAttributeProvider> Holders(MethodDefinition method)
    {
        yield return method;
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
            yield return type;
    }

    private static byte? Noted(ICustomAttributeProvider place, string attribute) => place.CustomAttributes
        .Where(one => one.AttributeType.Name == attribute)
        .Select(one => one.ConstructorArguments[0].Value)
        .Select(value => value as byte? ?? (byte?)((CustomAttributeArgument[])value)[0].Value)
        .FirstOrDefault();
}
