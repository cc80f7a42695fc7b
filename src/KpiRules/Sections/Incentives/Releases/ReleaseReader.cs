// Reads the release of an incentive, and reports what does not go together.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives.Releases;

internal sealed class ReleaseReader(DiagnosticBag diagnostics)
{
    /// <summary>What is monthly for five years; more parts than that are no release that anybody could explain.</summary>
    private const int MostParts = 60;

    private const int MostPeriods = 1000;

    /// <summary>Null where nothing is written, or after reporting a fault in the parts as a whole.</summary>
    public ReleaseDefinition? Read(JsonArray? json, ObjectReader incentive)
    {
        if (json is null)
            return null;
        if (json.Items.Count is 0 or > MostParts)
        {
            diagnostics.Add(json.Items.Count == 0
                ? ReleaseFaults.NoPart(json.Place)
                : ReleaseFaults.TooManyParts(json.Place, json.Items.Count, MostParts));
            return null;
        }

        var objects = json.Items.Select(item => incentive.As<JsonObject>(item, null, "json.object")).ToList();
        var parts = objects.OfType<JsonObject>().Select(Read).ToList();
        foreach (var second in parts.Where(part => part.IsRest).Skip(1))
            diagnostics.Add(ReleaseFaults.RestTwice(second.Share!.Place));
        return objects.Contains(null) || parts.Count(part => part.IsRest) > 1 ? null : new ReleaseDefinition(json, parts);
    }

    private ReleasePart Read(JsonObject json)
    {
        var reader = new ObjectReader(json, new Term("what.releasePart"), diagnostics);
        var share = reader.Required("share");
        if (share is not null and not JsonNumber and not JsonString)
            reader.ReportType(share, "share", "json.releaseShare");
        var after = reader.WholeNumber("after", 0, MostPeriods, 0);
        var when = reader.Text("when");
        var until = reader.WholeNumber("until", 0, MostPeriods, after);
        if (until < after)
            diagnostics.Add(ReleaseFaults.EndsBeforeItBegins(json["until"]!.Place, until, after));
        else if (until > after && json["when"] is null)
            diagnostics.Add(ReleaseFaults.NeverAskedAgain(json["until"]!.Place));
        reader.Finish();
        return new ReleasePart(json, share is JsonNumber or JsonString ? share : null, after, when, until);
    }
}
