// Where a row of facts came from: a file, and the line or row in it.
using System;

namespace KpiRules.Facts;

/// <param name="Source">What the facts were read from; null where a host handed them in.</param>
/// <param name="Column">0 where the row as a whole is meant.</param>
internal readonly record struct RowOrigin(string? Source, int Line, int Column = 0)
{
    /// <summary>As <c>file:line</c> or <c>file:line:column</c>, or null where there is no file.</summary>
    public string? Written => Source is null ? null
        : Column == 0 ? FormattableString.Invariant($"{Source}:{Line}")
        : FormattableString.Invariant($"{Source}:{Line}:{Column}");
}
