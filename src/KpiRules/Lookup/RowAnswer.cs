// What a search comes to: a row, none, or one that cannot be trusted to decide.
namespace KpiRules.Lookup;

/// <param name="Row">The row that answers, or that leaves nothing to say; null for none.</param>
internal readonly record struct RowAnswer(TableRow? Row, bool IsBlocked)
{
    public static RowAnswer Of(TableRow row) => new(row, false);

    public static RowAnswer Blocked(TableRow row) => new(row, true);
}
