// A cell of a table's row: a value of the column's type, numbers as formulas write them too.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

/// <param name="mayBeNull">Whether null says that there is no value.</param>
internal sealed class CellType(ValueKind kind, bool mayBeNull) : PropertyType<FactValue?>
{
    public override bool Fits(JsonValue value) => value is not (JsonObject or JsonArray);

    public override FactValue? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        switch (value, kind)
        {
            case (JsonNull, _) when mayBeNull:
                return null;
            case (JsonNumber number, ValueKind.Number):
                return number.Value;
            case (JsonString text, ValueKind.Number) when WrittenNumber.TryRead(text.Value, out var written) == ReadFault.None:
                return written;
            case (JsonString text, ValueKind.Number):
                reader.Diagnostics.Add(TableFaults.NoNumber(text.Place, name.Text, text.Value));
                return null;
            case (JsonString text, ValueKind.Date) when DayNumber.TryParse(text.Value, out var day):
                return FactValue.OfDay(day);
            case (JsonString text, ValueKind.Date):
                reader.Diagnostics.Add(RulesetFaults.BadDate(text.Place, name.Text, text.Value));
                return null;
            case (JsonString text, ValueKind.Text):
                return text.Value;
            case (JsonBoolean boolean, ValueKind.Boolean):
                return boolean.Value;
            // others: are of another type than the column
            default:
                reader.ReportType(value, name, "cell." + kind);
                return null;
        }
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Single();
}
