// Takes a cell's operation, gives the same in dynamic LINQ: null is "not available", and stays so by our rules, not C#'s.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

/// <remarks>
/// Arithmetic, <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> over nullable types do as KpiRules does. What C# does otherwise is said
/// in full: a comparison with null is false there, a division by zero throws, a method needs a value.
/// </remarks>
/// <param name="owner">The cell whose parts get parameters of their own.</param>
/// <param name="cells">What every cell before it is called.</param>
internal sealed partial class TermWriter(
    string owner, IReadOnlyDictionary<string, LinqTerm> cells, WorkflowParameters parameters, WorkflowInputs inputs, ParameterValues values)
    : ILinqWriter
{
    /// <summary>Beyond it, a part gets a parameter of its own: nobody reads longer ones, and the parser nests no deeper for them.</summary>
    private const int LongestPart = 400;

    /// <summary>What stands in several places of a composite, and so is written once.</summary>
    private readonly SharedParts _shared = new();

    /// <summary>Whether anything was worked out in binary numbers, which agree with ours to 15 digits only.</summary>
    public bool IsApproximate { get; private set; }

    public LinqTerm Write(Operation operation) => operation.Accept(this);

    public LinqTerm Part(Operation operation) => _shared.Contains(operation) ? Short(operation) : Cut(Write(operation));

    public LinqTerm Cut(LinqTerm term) => term.Text.Length > LongestPart ? parameters.Part(owner, term) : term;

    public LinqTerm Short(Operation operation) => Short(Write(operation));

    public LinqTerm Short(LinqTerm term) => parameters.Part(owner, term);

    public LinqTerm? Constant(Operation operation) => values.Constant(operation);

    public LinqTerm Calendar(CalendarFact fact, Lag lag) => inputs.Of(fact, lag);

    public void Approximate() => IsApproximate = true;

    /// <summary>A fact; what stands in where one of the period itself is missing is the policy's to say.</summary>
    private LinqTerm Given(Input input)
    {
        var given = inputs.Of(input);
        var standIn = input.IsPlain ? values.StandIn(input.Fact!) : default;
        if (standIn.Kind is null)
            return given;
        if (!values.NeedsFacts(input.Fact!))
            return Short(new LinqTerm($"{given.Text} ?? {LinqTerm.Of(standIn).Text}", false, Rank.Coalesce));
        var hasFacts = inputs.Of(Input.Presence(Lag.None));
        var otherwise = Terms.If($"{hasFacts.Text} != null", LinqTerm.Of(standIn), LinqTerm.Null(standIn.Kind.Value));
        return Short(new LinqTerm($"{given.Text} ?? {otherwise.At(Rank.Primary)}", true, Rank.Coalesce));
    }
}
