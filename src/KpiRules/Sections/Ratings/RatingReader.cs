// Reads the ratings of a ruleset, and reports grades that cannot be given.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Ratings;

internal sealed class RatingReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<RatingDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries) =>
        entries.Select(Read).OfType<RatingDefinition>().ToList();

    private RatingDefinition? Read(MapEntry<ObjectReader> entry)
    {
        var isNew = ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var rating = new RatingDefinition
        {
            Name = entry.Name,
            IsIdTaken = !isNew,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            On = reader.Read(RatingShape.On),
            Better = reader.Read(RatingShape.Better),
            Among = reader.Read(RatingShape.Among),
            When = reader.Read(RatingShape.When),
            Then = reader.ReadAll(RatingShape.Then),
            Grades = reader.Read(RatingShape.Grades) is { } grades ? ReadGrades(grades) : [],
            Ties = reader.Read(RatingShape.Ties),
            Smallest = reader.Read(RatingShape.Smallest),
        };
        reader.Finish();
        return rating;
    }

    /// <summary>All of them, or none after a fault.</summary>
    private IReadOnlyList<RatingGrade> ReadGrades(ReadList<ObjectReader> list)
    {
        var grades = list.Items.Select(item => item is null ? null : ReadGrade(item)).ToList();
        if (grades.Count == 0 || grades.Contains(null))
            return [];
        var isWhole = AreDifferent(grades) & HaveBoundsOrNone(grades);
        return SharesOf(list.Json, grades) is { } shares && isWhole
            ? grades.Select((grade, i) => new RatingGrade(grade!.Grade, shares[i], grade.From)).ToList()
            : [];
    }

    private static WrittenGrade? ReadGrade(ObjectReader reader)
    {
        var (grade, share) = (reader.Read(RatingGradeShape.Grade), reader.Read(RatingGradeShape.Share));
        var from = reader.Read(RatingGradeShape.From);
        reader.Finish();
        return grade is null || share is null or JsonNumber { Value: < 0 }
            || (from is null && reader.Written(RatingGradeShape.From) is not null)
            ? null
            : new WrittenGrade(reader.Json, grade, share, from);
    }

    private bool AreDifferent(IReadOnlyList<WrittenGrade?> grades)
    {
        var twice = grades.GroupBy(grade => grade!.Grade.Value).Where(group => group.Count() > 1).ToList();
        foreach (var group in twice)
            diagnostics.Add(RatingFaults.GradeTwice(group.Last()!.Grade.Place, group.Key));
        return twice.Count == 0;
    }

    /// <summary>A small group goes by the bounds, so that one grade without is never given in it.</summary>
    private bool HaveBoundsOrNone(IReadOnlyList<WrittenGrade?> grades)
    {
        var without = grades.FirstOrDefault(grade => grade!.From is null);
        if (without is null || grades.All(grade => grade!.From is null))
            return true;
        diagnostics.Add(RatingFaults.SomeWithoutFrom(without.Json.Place, without.Grade.Value));
        return false;
    }

    /// <summary>The part of each; null where they are not a whole together.</summary>
    private decimal[]? SharesOf(JsonArray json, IReadOnlyList<WrittenGrade?> grades)
    {
        var rests = grades.Where(grade => grade!.Share is JsonString).ToList();
        foreach (var second in rests.Skip(1))
            diagnostics.Add(RatingFaults.RestTwice(second!.Share.Place));
        if (rests.Count > 1)
            return null;
        // one above 1 is too much by itself, and may be too large to be added
        if (grades.FirstOrDefault(grade => grade!.Share is JsonNumber { Value: > 1 }) is { Share: JsonNumber tooMuch })
        {
            diagnostics.Add(RatingFaults.AboveOne(tooMuch.Place, tooMuch.Value));
            return null;
        }

        var shares = grades.Select(grade => (grade!.Share as JsonNumber)?.Value ?? 0).ToArray();
        var rest = Enumerable.Range(0, grades.Count).Where(i => grades[i]!.Share is JsonString).DefaultIfEmpty(-1).First();
        return WholeShares.Completed(shares, rest, json.Place, RatingFaults.NotAWhole, RatingFaults.NothingLeft, diagnostics);
    }

    /// <param name="Share">A number, or the word for what the others leave.</param>
    private sealed record WrittenGrade(JsonObject Json, JsonString Grade, JsonValue Share, NumberDefinition? From);
}
