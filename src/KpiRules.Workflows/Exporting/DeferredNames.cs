// What is called, among the inputs of a workflow, that which is worked out over what a line had deferred.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal static class DeferredNames
{
    public static bool Are(FoldOperation fold) => OpeningList.Is(fold.Records.List.Name);

    public static string NameOf(FoldOperation fold) => fold.Records.List.Name.Replace('.', '_') + "_" + fold.Function.Name;

    /// <summary>Such as <c>sum(bonus.opening, amount, part = 2 and wait &lt;= 0)</c>.</summary>
    public static string MeaningOf(FoldOperation fold)
    {
        var arguments = new[] { fold.Records.List.Name, fold.Value is null ? null : Written(fold.Value), Written(fold.Condition!) };
        return $"{fold.Function.Name}({string.Join(", ", arguments.Where(argument => argument is not null))}), "
            + "where wait and left count periods from this one to those of due and until";
    }

    private static string Written(Operation operation) => operation switch
    {
        FieldOperation field => field.Field.Name,
        ConstantOperation constant => constant.Value.ToString(),
        ComparisonOperation comparison => $"{Written(comparison.Left)} {SignOf(comparison.Sign)} {Written(comparison.Right)}",
        // others: all that a release asks of what is deferred is joined by and
        _ => string.Join(" and ", operation.Parts().Select(Written)),
    };

    private static string SignOf(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Equal => "=",
        ComparisonSign.NotEqual => "<>",
        ComparisonSign.Less => "<",
        ComparisonSign.LessOrEqual => "<=",
        ComparisonSign.Greater => ">",
        ComparisonSign.GreaterOrEqual => ">=",
    };
}
