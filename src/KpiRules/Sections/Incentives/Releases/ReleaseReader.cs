// Reads the release of an incentive, and reports what does not go together.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Sections.Incentives.Releases;

internal sealed class ReleaseReader(DiagnosticBag diagnostics)
{
    /// <summary>Null where nothing is written, or after reporting a fault in the parts as a whole.</summary>
    public ReleaseDefinition? Read(ReadList<ObjectReader>? list)
    {
        if (list is not { HasGoodLength: true })
            return null;
        var parts = list.Items.OfType<ObjectReader>().Select(Read).ToList();
        foreach (var second in parts.Where(part => part.IsRest).Skip(1))
            diagnostics.Add(ReleaseFaults.RestTwice(second.Share!.Place));
        return list.HasFault || parts.Count(part => part.IsRest) > 1 ? null : new ReleaseDefinition(list.Json, parts);
    }

    private ReleasePart Read(ObjectReader reader)
    {
        var (share, after, when) = (reader.Read(ReleaseShape.Share), reader.Read(ReleaseShape.After), reader.Read(ReleaseShape.When));
        var until = reader.Read(ReleaseShape.Until) ?? after;
        if (until < after)
            diagnostics.Add(ReleaseFaults.EndsBeforeItBegins(reader.Written(ReleaseShape.Until)!.Place, until, after));
        else if (until > after && reader.Written(ReleaseShape.When) is null)
            diagnostics.Add(ReleaseFaults.NeverAskedAgain(reader.Written(ReleaseShape.Until)!.Place));
        reader.Finish();
        return new ReleasePart(reader.Json, share, after, when, until);
    }
}
