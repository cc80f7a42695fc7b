// Reads the ratings of a ruleset, and reports grades that cannot be given.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Ratings;

internal sealed class RatingReader(DiagnosticBag diagnostics, IdRegister ids)
{
    private const int MostMembers = 1_000_000;
    private const string Rest = "rest";

    private static readonly Term What = new("what.rating");

    public IReadOnlyList<RatingDefinition> Read(IReadOnlyList<JsonMember> members) =>
        members.Select(Read).OfType<RatingDefinition>().ToList();

    private RatingDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (ObjectReader.Of(member, What, diagnostics) is not { } reader)
            return null;
        reader.Required("on");
        reader.Required("grades");
        var rating = new RatingDefinition
        {
            Name = member.Name,
            IsIdTaken = !isNew,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            On = reader.Text("on"),
            Better = reader.OneOf<PlacedFirst>("better") ?? PlacedFirst.Higher,
            Among = reader.Text("among"),
            When = reader.Text("when"),
            Then = reader.Texts("then"),
            Grades = reader.Array("grades") is { } grades ? ReadGrades(reader, grades) : [],
            Ties = reader.OneOf<Ties>("ties") ?? Ties.Better,
            Smallest = reader.WholeNumber("smallest", 1, MostMembers, 1),
        };
        reader.Finish();
        return rating;
    }

    /// <summary>All of them, or none after a fault.</summary>
    private IReadOnlyList<RatingGrade> ReadGrades(ObjectReader rating, JsonArray json)
    {
        if (json.Items.Count == 0)
            diagnostics.Add(RatingFaults.NoGrade(json.Place));
        var grades = json.Items.Select(item => ReadGrade(rating, item)).ToList();
        if (grades.Count == 0 || grades.Contains(null))
            return [];
        var isWhole = AreDifferent(grades) & HaveBoundsOrNone(grades);
        return SharesOf(json, grades) is { } shares && isWhole
            ? grades.Select((grade, i) => new RatingGrade(grade!.Grade, shares[i], grade.From)).ToList()
            : [];
    }

    private WrittenGrade? ReadGrade(ObjectReader rating, JsonValue item)
    {
        if (rating.As<JsonObject>(item, null, "json.object") is not { } json)
            return null;
        var reader = new ObjectReader(json, new Term("what.grade"), diagnostics);
        var (grade, share, from) = (reader.RequiredText("grade"), reader.Required("share"), reader.NumberLike("from"));
        var isShare = share is JsonNumber or JsonString { Value: Rest };
        if (share is not null && !isShare)
            reader.ReportType(share, "share", "json.share");
        if (share is JsonNumber { Value: < 0 } negative)
            diagnostics.Add(RulesetFaults.Negative(negative.Place, "share", negative.Value));
        reader.Finish();
        return grade is null || !isShare || share is JsonNumber { Value: < 0 } || (from is null && json["from"] is not null)
            ? null
            : new WrittenGrade(json, grade, share!, from);
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
