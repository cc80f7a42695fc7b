// What the names in a formula stand for.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Lookup;

namespace KpiRules.Formulas;

/// <param name="Resolve">Gives what a name stands for; null when there is no such thing, reported where that is asked for.</param>
/// <param name="Records">Gives the list of records of a name; null for none.</param>
/// <param name="SuggestRecords">The name of a list spelt like another.</param>
/// <param name="Table">Gives the table of a name; null for none.</param>
/// <param name="SuggestTable">The name of a table spelt like another.</param>
/// <param name="MayBeUnread">Whether a definition of that name may be there that could not be read, which has been reported.</param>
/// <param name="IsName">Whether something of the ruleset has a name, be it right or wrong.</param>
/// <param name="Record">The list whose fields go before all other names, where a formula is about one record.</param>
internal sealed record FormulaNames(
    Func<NameSyntax, bool, Operation?> Resolve, Func<string, RecordDefinition?> Records, Func<string, string?> SuggestRecords,
    Func<string, LookupTable?> Table, Func<string, string?> SuggestTable,
    Func<string, bool> MayBeUnread,
    Func<string, bool> IsName, RecordDefinition? Record);
