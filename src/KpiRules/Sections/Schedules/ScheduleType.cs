// Takes the JSON of a schedule, gives it in the form that one of its properties tells.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal sealed class ScheduleType : PropertyType<ScheduleDefinition>
{
    public override bool Fits(JsonValue value) => value is JsonObject;

    public override ScheduleDefinition? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonObject>(value, name, "json.object") is not { } json)
            return null;
        var forms = ScheduleForms.All.Where(form => json[form.Property.Name] is not null).ToList();
        if (forms.Count != 1)
        {
            ReportForms(new ObjectReader(json, ScheduleForms.AnyForm, reader.Diagnostics), forms);
            return null;
        }

        var written = new ObjectReader(json, forms[0].Shape, reader.Diagnostics);
        var schedule = forms[0].Read(written);
        written.Finish();
        return schedule;
    }

    /// <remarks>Asked for when it is needed: schedules stand in schedules.</remarks>
    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) =>
        visitor.Variants("schedule", ScheduleForms.All.Select(form => form.Shape).ToList());

    /// <summary>A form that is misspelt is an unknown property; only where there is none is the schedule without a form.</summary>
    private static void ReportForms(ObjectReader reader, IReadOnlyList<WrittenForm> forms)
    {
        foreach (var property in ScheduleForms.AnyForm.Properties)
            reader.Ignore(property);
        var before = reader.Diagnostics.Count;
        reader.Finish();
        if (reader.Diagnostics.Count == before)
            reader.Diagnostics.Add(RulesetFaults.OneFormNeeded(reader.Json.Place, forms.Select(form => form.Property.Name).ToList()));
    }
}
