// Writes a comparison as JSON: exact numbers, null for what is not available.
using System;
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class SimulationJson
{
    private const int LargestShown = 10;

    public static IReadOnlyList<ChangeKind> Kinds { get; } = Enum.GetValues<ChangeKind>();

    /// <summary>As programs read it: <c>gain</c>, <c>notAvailableBefore</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static void Write(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject();
        WriteSide(json, "before", comparison.Before[0]);
        WriteSide(json, "after", comparison.After[0]);
        WriteList(json, "periods", comparison.After, one => json.WriteStringValue(one.Period.ToString()));
        WriteList(json, "costs", comparison.Costs, cost => WriteObject(json, () => WriteCost(json, cost)));
        var pays = comparison.Costs.Count > 0;
        WriteList(json, "subjects", pays ? comparison.BySubject() : [], change => WriteObject(json, () => WriteAmount(json, change)));
        WriteList(json, "largest", pays ? comparison.Largest(LargestShown) : [], change => WriteObject(json, () =>
        {
            WriteAmount(json, change);
            var causes = comparison.CausesOf(change.Subject, change.Period!.Value);
            WriteList(json, "causes", causes, cause => WriteObject(json, () => Write(json, cause)));
        }));
        WriteList(json, "crossings", comparison.Crossings, crossing => WriteObject(json, () =>
        {
            json.WriteString("result", crossing.Result);
            json.WriteString("before", crossing.From);
            json.WriteString("after", crossing.To);
            WriteList(json, "subjects", crossing.Subjects, one => WriteObject(json, () =>
            {
                json.WriteString("subject", one.Subject);
                json.WriteString("period", one.Period.ToString());
            }));
        }));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string parameter, IReadOnlyList<(decimal Value, CostChange Payout)> costs) =>
        WriteObject(json, () =>
        {
            json.WriteString("parameter", parameter);
            WriteList(json, "values", costs, cost => WriteObject(json, () =>
            {
                Write(json, "value", cost.Value);
                WriteCost(json, cost.Payout);
            }));
        });

    private static void WriteSide(Utf8JsonWriter json, string name, PeriodEvaluation evaluation)
    {
        json.WritePropertyName(name);
        WriteObject(json, () => ValueJson.WriteStamp(json, evaluation.RulesetId, evaluation.RulesetVersion, evaluation.ContentHash));
    }

    private static void WriteCost(Utf8JsonWriter json, CostChange cost)
    {
        json.WriteString("result", cost.Result);
        Write(json, "before", cost.Before);
        Write(json, "after", cost.After);
        Write(json, "difference", cost.Difference);
        json.WriteNumber("heldBefore", cost.HeldBefore);
        json.WriteNumber("heldAfter", cost.HeldAfter);
        foreach (var kind in Kinds)
        {
            json.WritePropertyName(Word(kind));
            WriteObject(json, () =>
            {
                json.WriteNumber("subjects", cost[kind].Subjects);
                Write(json, "before", cost[kind].Before);
                Write(json, "after", cost[kind].After);
            });
        }
    }

    private static void WriteAmount(Utf8JsonWriter json, AmountChange change)
    {
        json.WriteString("subject", change.Subject);
        if (change.Period is { } period)
            json.WriteString("period", period.ToString());
        Write(json, "before", change.Before);
        Write(json, "after", change.After);
        Write(json, "difference", change.Difference);
        json.WriteString("change", Word(change.Kind));
    }

    private static void Write(Utf8JsonWriter json, CellChange cause)
    {
        json.WriteString("name", cause.Name);
        if (cause.Part.Length > 0)
            json.WriteString("part", cause.Part);
        if (cause.Subject is { } other)
            json.WriteString("subject", other);
        json.WriteString("reason", Word(cause.Reason));
        Write(json, "before", cause.Before);
        Write(json, "after", cause.After);
        if (cause.FormulaBefore.Length > 0)
            json.WriteString("formulaBefore", cause.FormulaBefore);
        if (cause.FormulaAfter.Length > 0)
            json.WriteString("formulaAfter", cause.FormulaAfter);
        WriteList(json, "inputs", cause.Inputs, input => WriteObject(json, () =>
        {
            json.WriteString("name", input.Name);
            if (input.Period is { } period)
                json.WriteString("period", period.ToString());
            Write(json, "before", input.Before);
            Write(json, "after", input.After);
        }));
    }

    private static void Write(Utf8JsonWriter json, string name, FactValue value)
    {
        json.WritePropertyName(name);
        ValueJson.Write(json, value);
    }

    private static void WriteObject(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
