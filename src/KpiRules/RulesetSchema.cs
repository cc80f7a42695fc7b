// The JSON Schema of rulesets.
using System;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Schemas;
using KpiRules.Sections;

namespace KpiRules;

/// <summary>The JSON Schema (draft 2020-12) of rulesets, for editors and forms. Safe for threads.</summary>
public static class RulesetSchema
{
    private static readonly Lazy<string> Written = new(() => SchemaWriter.Write(RulesetShape.Shape, RulesetExtension.Property));

    /// <summary>
    /// The schema as JSON text, always the same for one version, with line feeds. It says what an object may have, of which types, and
    /// what goes together, with descriptions in Chinese and English; a document that has <c>extends</c> is held to be a patch of another.
    /// What only reading the formulas and other parts of the ruleset can tell,
    /// <see cref="Policy.Read(string, string, IRulesetSource)"/> does.
    /// </summary>
    public static string Text => Written.Value;
}
