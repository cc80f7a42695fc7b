// What a stream of items cannot say itself.
using System;
using KpiRules.Facts;

namespace KpiRules.Hosting.Evaluation;

/// <summary>What a stream of items cannot say itself. Immutable.</summary>
public sealed class StreamOptions
{
    /// <summary>
    /// The period from which on the facts of every item are complete. Null: from the earliest that the item has, so that a
    /// year to date of somebody who began later is not available.
    /// </summary>
    public Period? CompleteFrom { get; init; }

    /// <summary>
    /// The rows of tables that hold for all items; nothing else of the dataset is looked at. Null: none are given. They are made ready
    /// to be searched once.
    /// </summary>
    public Dataset? Tables { get; init; }

    /// <summary>
    /// Called for every item that has no result, with the reason: no subject, a period that is none, or no facts of the period
    /// evaluated. Null: they are counted in the log, and nowhere else.
    /// </summary>
    public Action<DataIssue>? LeftOut { get; init; }
}
