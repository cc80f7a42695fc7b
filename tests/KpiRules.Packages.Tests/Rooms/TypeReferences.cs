// Takes a compiled type, gives every type it refers to: in its head, its members' signatures, their attributes and their bodies.
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KpiRules.Packages.Tests.Rooms;

internal static class TypeReferences
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Named(type).SelectMany(Parts);

    private static IEnumerable<TypeReference> Named(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? [parent] : (TypeReference[])[],
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. Constraints(type), .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Prepend(property.PropertyType)),
        .. type.Events.SelectMany(one => Attributes(one).Prepend(one.EventType)),
        .. type.Methods.SelectMany(Of),
    ];

    private static IEnumerable<TypeReference> Of(MethodDefinition method) =>
    [
        .. Signature(method), .. Constraints(method), .. Attributes(method),
        .. method.Overrides.SelectMany(Signature),
        .. method.Parameters.SelectMany(Attributes),
        .. method.HasBody ? Of(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> Of(MethodBody body) => body.Variables.Select(variable => variable.VariableType)
        .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType).Where(type => type is not null))
        .Concat(body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            MethodReference method => Signature(method),
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        }));

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
    [
        method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider owner) => owner.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument))
            .Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    /// <summary>A list of X refers to both; a type parameter to nothing.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
