// What is carried from one period of a range into the next: the debts of draws, and what releases defer.
namespace KpiRules.Evaluation;

/// <param name="Debts">Null for none.</param>
/// <param name="Deferrals">Null for none, and before the first period.</param>
internal sealed record Carried(Debts? Debts, Deferrals? Deferrals)
{
    public static Carried Nothing { get; } = new(null, null);
}
