// Takes a type that operations are made of, gives two values of it that mean different things, each made anew on every call.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Lookup;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Tests.Operations;

internal static class Samples
{
    /// <summary>What has no parameters of its own to be made from.</summary>
    private static readonly Dictionary<Type, Func<bool, object>> Given = new()
    {
        [typeof(string)] = other => other ? "y" : "x",
        [typeof(bool)] = other => other,
        [typeof(int)] = other => other ? 1 : 0,
        [typeof(decimal)] = other => other ? 2m : 1m,
        [typeof(Lag)] = other => Lag.None.BackAYear().Back(other ? 1 : 0),
        [typeof(Unit)] = other => Unit.Parse(other ? "money/days" : "money/count")!.Value,
        [typeof(Origin)] = other => OriginAt(other ? 5 : 0),
        [typeof(FactValue)] = other => (FactValue)(other ? 2m : 1m),
        [typeof(LocalizedText)] = other => LocalizedText.Of(other ? "y" : "x"),
        [typeof(FactDefinition)] = other => Fact(other ? "y" : "x"),
        [typeof(RecordDefinition)] = other => new RecordDefinition(other ? "y" : "x", [Fact("a"), Fact("b")]),
        [typeof(LookupTable)] = other => Table(other ? "y" : "x"),
        [typeof(RowFunction)] = other => other ? ExtremeFunctions.Clamp : MembershipFunctions.Between,
        [typeof(RecordFunction)] = other => other ? RecordFunctions.Sum : RecordFunctions.Count,
        [typeof(Operation)] = other => Constant(other ? 2m : 1m),
    };

    public static object Of(Type type, bool other = false)
    {
        if (Given.TryGetValue(type, out var make))
            return make(other);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, other);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(other ? 1 : 0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return ListOf(type, other);
        return MadeBy(type).Invoke(ArgumentsOf(type, other ? MadeBy(type).GetParameters().Length - 1 : -1));
    }

    /// <summary>The constructor that takes all that is said of it.</summary>
    public static ConstructorInfo MadeBy(Type type) =>
        Array.Find(type.GetConstructors(), one => one.GetParameters() is { Length: > 0 } all && all.All(IsSaid(type)))
        ?? throw new InvalidOperationException($"Say here how a {type.Name} is made.");

    /// <param name="changed">The parameter that is given another value; -1 for none.</param>
    public static object[] ArgumentsOf(Type type, int changed) =>
        MadeBy(type).GetParameters().Select((parameter, i) => Of(parameter.ParameterType, i == changed)).ToArray();

    public static Operation Constant(decimal number, int at = 0) => new ConstantOperation(OriginAt(at), number, Unit.Plain);

    private static Func<ParameterInfo, bool> IsSaid(Type type) =>
        parameter => type.IsValueType || type.GetProperty(parameter.Name!)?.PropertyType == parameter.ParameterType;

    private static object ListOf(Type type, bool other)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, other ? 2 : 1);
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Of(item), i);
        return type.GetMethods().Single(one => one.Name == "op_Implicit" && one.GetParameters()[0].ParameterType.IsArray)
            .Invoke(null, [items])!;
    }

    private static LookupTable Table(string name) => new(
        new TableDefinition(name, null, [new TableKey("k", ValueKind.Number, false)], [Fact("a"), Fact("b")], true),
        [default, default],
        null);

    private static FactDefinition Fact(string name) => new(name, FactRole.Measure, ValueKind.Number);

    private static Origin OriginAt(int start)
    {
        var json = JsonReader.Read(new SourceText("x.json", "\"a formula\""), new DiagnosticBag());
        return new FormulaText(json!, new Term("owner.kpi", "x")).Part(start, 1);
    }
}
