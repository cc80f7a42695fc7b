// Binding of the functions over other subjects: who they are.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    /// <summary>Those alike in an attribute where one is named first, else whom the function always looks at.</summary>
    private Members? MembersOf(CallSyntax call, Function function, MembersKind looksAt, List<Operation> arguments)
    {
        var kind = arguments.Count > 0 && function.SignatureOf(arguments.Count).ParameterAt(0) == ParameterKind.Attribute
            ? MembersKind.Alike
            : looksAt;
        var attribute = kind switch
        {
            MembersKind.Alike => AttributeOf(function, arguments[0]),
            MembersKind.Reports => ManagerOf(call),
            MembersKind.Everyone => null,
        };
        return attribute is null && kind != MembersKind.Everyone ? null : new Members(kind, attribute);
    }

    private FactDefinition? AttributeOf(Function function, Operation argument)
    {
        if (argument is InputOperation { Fact: { Role: FactRole.Attribute } attribute })
            return attribute;
        diagnostics.Add(TypeFaults.NotAnAttribute(argument.Origin.Place, function.Name, argument.Origin.Text));
        return null;
    }

    private FactDefinition? ManagerOf(CallSyntax call)
    {
        if (names.Resolve(
            new NameSyntax(call.FunctionOrigin, PeopleFunctions.ManagerAttribute),
            false) is InputOperation { Fact: { Role: FactRole.Attribute, Kind: ValueKind.Text } manager })
            return manager;
        if (!names.MayBeUnread(PeopleFunctions.ManagerAttribute))
            diagnostics.Add(TypeFaults.NoManager(call.FunctionOrigin.Place, call.Function));
        return null;
    }
}
