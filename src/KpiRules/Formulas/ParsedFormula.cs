// A formula whose syntax is known to be right.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

/// <param name="Names">Every name it uses.</param>
/// <param name="Nesting">How deep its brackets, calls and signs are nested.</param>
internal sealed record ParsedFormula(FormulaText Text, Syntax Root, IReadOnlyList<string> Names, int Nesting);
