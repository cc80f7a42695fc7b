// The records by which what a line had deferred comes into a period: as the facts give them, and as operations look at them.
using KpiRules.Facts;

namespace KpiRules.Sections.Incentives.Releases;

internal static class OpeningFields
{
    /// <summary>As the facts give it: periods are written, for they were fixed when the part was earned.</summary>
    public static RecordDefinition Given(string line) => new(
        OpeningList.Of(line),
        [Text(Opening.Earned), Number(Opening.Part), Text(Opening.Due), Text(Opening.Until), Number(Opening.Amount, Unit.Money)]);

    /// <summary>As operations look at it: counted from the period evaluated.</summary>
    public static RecordDefinition Counted(string line) => new(
        OpeningList.Of(line),
        [Number(Opening.Part), Number(Opening.Wait), Number(Opening.Left), Number(Opening.Amount, Unit.Money)]);

    private static FactDefinition Text(string name) => new(name, FactRole.Field, ValueKind.Text);

    private static FactDefinition Number(string name, Unit unit = default) => new(name, FactRole.Field, ValueKind.Number, unit);
}
