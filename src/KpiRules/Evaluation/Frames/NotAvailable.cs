// Why a value is not available, as a mark that costs nothing to set: made once with the node, shared by all subjects.
using KpiRules.Facts;

namespace KpiRules.Evaluation.Frames;

/// <param name="Kind">What happened.</param>
/// <param name="Name">The fact, cell or function it happened to.</param>
/// <param name="Text">The stretch of the formula at which it happened; empty where there is none.</param>
/// <param name="Because">The cell whose own cause is the next one; null where it begins here.</param>
/// <param name="Lag">How far back it happened; null for the period evaluated.</param>
/// <param name="Row">Whose it is, by row; null for the subject itself.</param>
/// <param name="Inner">The next cause, where it is no cell's.</param>
/// <param name="Period">In which period it happened, where the facts say so; null for the period evaluated.</param>
/// <param name="Part">What of it is meant, such as the value of a row; empty for all of it.</param>
/// <param name="Words">In the author's words, by language; null where <paramref name="Text"/> says it.</param>
internal sealed record NotAvailable(
    CauseKind Kind, string Name, string Text = "", string? Because = null, Lag? Lag = null, Period? Period = null, int? Row = null,
    NotAvailable? Inner = null,
    LocalizedText? Words = null,
    string Part = "");
