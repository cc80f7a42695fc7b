// What a cell that looks across subjects is called among the inputs of a workflow, what it means, in English, and of what kind it is.
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

/// <param name="shown">What the author calls the cell.</param>
/// <param name="owner">Whose part it is, where that is no name.</param>
internal sealed class AcrossNames(string shown, string owner) : IAcrossVisitor<(string Name, string Meaning, ExportedInputKind Kind)>
{
    public (string Name, string Meaning, ExportedInputKind Kind) Group(GroupOperation group) => (
        shown.Length is > 0 and <= InputNames.LongestName ? shown : $"{group.Function}_{owner}",
        shown,
        group.Function == GroupFunction.Rank ? ExportedInputKind.Rank : ExportedInputKind.Population);

    public (string Name, string Meaning, ExportedInputKind Kind) Pool(PoolOperation pool) =>
        (pool.Line, $"the subject's part of '{pool.Line}'", ExportedInputKind.Pool);

    public (string Name, string Meaning, ExportedInputKind Kind) Rating(RatingOperation rating) =>
        (RatingOperation.CellOf(rating.Rating, rating.Result), $"{MeaningOf(rating.Result)} '{rating.Rating}'", ExportedInputKind.Rating);

    private static string MeaningOf(RatingPart result) => result switch
    {
        RatingPart.Grade => "the subject's grade in",
        RatingPart.Place => "the subject's place in",
        RatingPart.Members => "how many take part in",
    };
}
