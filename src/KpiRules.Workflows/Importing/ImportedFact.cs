// A fact that an imported ruleset needs, and the input it stands for.
using KpiRules.Facts;

namespace KpiRules.Workflows.Importing;

/// <summary>A fact that an imported ruleset needs. Immutable.</summary>
public sealed class ImportedFact
{
    internal ImportedFact(string name, string path, ValueKind kind) => (Name, Path, Kind) = (name, path, kind);

    /// <summary>Its name in the ruleset, such as <c>NestedProp_ListProp_0_Id</c>.</summary>
    public string Name { get; }

    /// <summary>The input it stands for, as the workflow writes it, such as <c>input1.NestedProp.ListProp[0].Id</c>.</summary>
    public string Path { get; }

    /// <summary>Its type, as its uses tell: a measure where it is a number, else an attribute.</summary>
    public ValueKind Kind { get; }
}
