// The operation of ratings: the members of a group are placed, and the places divided among grades.
using System;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum RatingPart
{
    Grade,

    /// <summary>The place among the members; those who are tied share the better one.</summary>
    Place,

    /// <summary>How many take part.</summary>
    Members,
}

/// <summary>One result of a subject's rating in its group.</summary>
/// <param name="Rating">What the author calls it.</param>
/// <param name="On">What members are placed by.</param>
/// <param name="Then">What parts equals, in turn, the higher first.</param>
/// <param name="When">Who takes part; null: all.</param>
/// <param name="Line">The grade by the value alone, for a small group; null where there is none.</param>
internal sealed record RatingOperation(
    Origin Origin, string Rating, RatingPart Result, CellOperation On, ValueList<CellOperation> Then, CellOperation? When,
    CellOperation? Line, InputOperation? Key, InputOperation Presence, RatingRule Rule)
    : AcrossOperation(Origin, KindOf(Result), UnitOf(Result), Key, Presence)
{
    public override string? OverPeople => "rating";

    public override string WhyNotCombined => "combine.population";

    /// <summary>The cell that has a result of a rating.</summary>
    public static CellKey CellOf(string rating, RatingPart result) => result switch
    {
        RatingPart.Grade => CellKey.Of(rating),
        RatingPart.Place => CellKey.Of(rating, "place"),
        RatingPart.Members => CellKey.Of(rating, "members"),
    };

    public static ValueKind KindOf(RatingPart result) => result switch
    {
        RatingPart.Grade => ValueKind.Text,
        RatingPart.Place or RatingPart.Members => ValueKind.Number,
    };

    public override T Accept<T>(IAcrossVisitor<T> visitor) => visitor.Rating(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        When = Optional(When, part),
        On = (CellOperation)part(On),
        Then = Then.Select(formula => (CellOperation)part(formula)).ToArray(),
        Line = Optional(Line, part),
        Key = Optional(Key, part),
        Presence = (InputOperation)part(Presence),
    };

    public override int GetHashCode() => HashOfPartsAnd((Rating, Result));

    private static Unit UnitOf(RatingPart result) => result switch
    {
        RatingPart.Grade => Unit.Unknown,
        RatingPart.Place => Unit.Plain,
        RatingPart.Members => Unit.Tally,
    };
}

/// <summary>How members are placed, and places divided.</summary>
/// <param name="LowerFirst">Whether the lower value is the better one.</param>
/// <param name="Grades">The best first.</param>
/// <param name="Shares">Of each grade; together they are 1.</param>
/// <param name="TiedAsBest">Whether those tied across a border are graded as the best placed of them, else as the worst.</param>
/// <param name="Smallest">The least number of members whose places are divided.</param>
internal sealed record RatingRule(bool LowerFirst, ValueList<string> Grades, ValueList<decimal> Shares, bool TiedAsBest, int Smallest);
