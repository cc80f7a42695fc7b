// What a source had when it was looked at, or why it could not be.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Sources;

namespace KpiRules.Hosting.Reload;

/// <param name="Rulesets">Null when the source could not be read.</param>
/// <param name="Fault">Why; null when it could.</param>
internal sealed record OriginListing(string Origin, IReadOnlyList<ListedRuleset>? Rulesets, Diagnostic? Fault);
