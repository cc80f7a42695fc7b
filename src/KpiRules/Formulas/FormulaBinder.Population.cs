// Binding of the functions over other subjects: who they are.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private const string ManagerAttribute = "manager";

    private Operation? BindPopulation(CallSyntax call, FunctionDefinition function, List<Operation> arguments)
    {
        var isGrouped = arguments.Count > 0 && function.ParameterAt(0) == ParameterKind.Attribute;
        FactDefinition? attribute = null;
        if (isGrouped && (attribute = AttributeOf(function, arguments[0])) is null)
            return null;
        if (function.Id == Function.Reports && (attribute = ManagerOf(call)) is null)
            return null;
        var members = new Members(function.Id == Function.Reports ? MembersKind.Reports : isGrouped ? MembersKind.Alike : MembersKind.Everyone, attribute);
        if (function.Id == Function.Headcount)
            return new HeadcountOperation(call.Origin, members, arguments.Count > 1 ? arguments[1] : null);
        var inner = arguments[isGrouped ? 1 : 0];
        var condition = arguments.Count > (isGrouped ? 2 : 1) ? arguments[arguments.Count - 1] : null;
        return function.Id switch
        {
            Function.Rank => new RankOperation(call.Origin, members, inner, condition),
            Function.Share => new ShareOperation(call.Origin, function.Name, members, inner, condition),
            // others: the caller passes functions over people alone, and what is left of them combines
            _ => new PopulationOperation(call.Origin, function.Name, members, inner, condition),
        };
    }

    private FactDefinition? AttributeOf(FunctionDefinition function, Operation argument)
    {
        if (argument is InputOperation { Fact: { Role: FactRole.Attribute } attribute })
            return attribute;
        diagnostics.Add(TypeFaults.NotAnAttribute(argument.Origin.Place, function.Name, argument.Origin.Text));
        return null;
    }

    private FactDefinition? ManagerOf(CallSyntax call)
    {
        if (names.Resolve(new NameSyntax(call.FunctionOrigin, ManagerAttribute), false) is InputOperation { Fact: { Role: FactRole.Attribute, Kind: ValueKind.Text } manager })
            return manager;
        if (!names.MayBeUnread(ManagerAttribute))
            diagnostics.Add(TypeFaults.NoManager(call.FunctionOrigin.Place, call.Function));
        return null;
    }
}
