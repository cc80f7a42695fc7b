// One ruleset as its origin lists it: text, or why there is none, and where the bases it may extend are.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.Hosting.Sources;

/// <param name="Name">Its own within the origin, whatever it holds.</param>
/// <param name="Text">Null when it cannot be read; then the faults say why.</param>
/// <param name="Bases">Where bases are looked for; what is wrong on the way goes into the bag.</param>
/// <param name="MayBeOther">It may be some other JSON that lies there.</param>
internal sealed record ListedRuleset(
    string Name, SourceText? Text, IReadOnlyList<Diagnostic> Faults, Func<DiagnosticBag, IRulesetSource> Bases, bool MayBeOther);
