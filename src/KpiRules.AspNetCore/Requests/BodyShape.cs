// What the bodies of requests that evaluate may have.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

internal static class BodyShape
{
    /// <summary>Of lists of rows; what stands in them is read as facts are.</summary>
    private static readonly MapType<ReadList<JsonValue>> Lists = new(KeyRole.Text, new ListType<JsonValue>(new AnyType()));

    /// <summary>A period, or the first and the last of several.</summary>
    public static readonly Property<JsonString> Period = new("period", new TextType(isNeverEmpty: true), "", "") { IsRequired = true };

    public static readonly Property<int?> AsOf = new("asOf", new DateType(), "", "");
    public static readonly Property<Period?> CompleteFrom = new("completeFrom", new PeriodType(), "", "");
    public static readonly Property<JsonString> Subject = new("subject", new TextType(), "", "");
    public static readonly Property<JsonString> Result = new("result", new TextType(isNeverEmpty: true), "", "") { IsRequired = true };
    public static readonly Property<JsonString> Plan = new("plan", new TextType(isNeverEmpty: true), "", "") { IsRequired = true };
    public static readonly Property<Period?> Closed = new("closed", new PeriodType(), "", "");
    public static readonly Property<JsonValue> Facts = new("facts", new AnyType(), "", "") { IsRequired = true };
    public static readonly Property<ReadMap<ReadList<JsonValue>>> Records = new("records", Lists, "", "");
    public static readonly Property<ReadMap<ReadList<JsonValue>>> Tables = new("tables", Lists, "", "");

    public static readonly Shape Shape = new(
        "request", new Term("what.request"), Period, AsOf, CompleteFrom, Subject, Result, Plan, Closed, Facts, Records, Tables);

    /// <summary>A list; one that is none is reported.</summary>
    public static JsonArray? ListIn(ObjectReader reader, Property<JsonValue> property) =>
        reader.As<JsonArray>(reader.Read(property), property.Name, "json.array");

    /// <summary>An object of lists; one that is none is reported.</summary>
    public static JsonObject? ListsIn(ObjectReader reader, Property<ReadMap<ReadList<JsonValue>>> property)
    {
        reader.Check(property);
        return reader.Written(property) as JsonObject;
    }
}
