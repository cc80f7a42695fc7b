// Takes the tree of an expression, gives the formula that says the same, with as few brackets as precedence allows.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Formulas;

namespace KpiRules.Workflows.Importing;

/// <param name="names">What a path into the inputs is called in the ruleset.</param>
/// <param name="report">Takes what a user should know of the tree at hand.</param>
internal sealed class FormulaWriter(IReadOnlyDictionary<InputPath, string> names, Action<Diagnostic> report)
    : ILambdaVisitor<FormulaWriter.Written>
{
    private const int Or = 1;
    private const int And = 2;
    private const int Comparison = 3;
    private const int Sum = 4;
    private const int Product = 5;
    private const int Sign = 6;
    private const int Whole = 7;

    /// <summary>Whether C# takes a value for a whole number, and so divides it without a remainder.</summary>
    internal enum Wholeness
    {
        Unknown,
        Yes,
        No,
    }

    /// <summary>What parts have become: a parameter is one part, however many rules name it.</summary>
    private readonly Dictionary<LambdaNode, Written> _written = [];

    public string Write(LambdaNode node) => Of(node).Text;

    private Written Of(LambdaNode node)
    {
        if (node.Parts.Count == 0)
            return node.Accept(this);
        if (!_written.TryGetValue(node, out var written))
            _written.Add(node, written = node.Accept(this));
        return written;
    }

    Written ILambdaVisitor<Written>.Number(NumberNode number)
    {
        var digits = number.Value.ToString(CultureInfo.InvariantCulture);
        return new(digits, digits[0] == '-' ? Sign : Whole, number.IsWhole ? Wholeness.Yes : Wholeness.No);
    }

    Written ILambdaVisitor<Written>.Text(TextNode text) => new(Quoted(text.Value), Whole);

    Written ILambdaVisitor<Written>.Boolean(BooleanNode boolean) => new(boolean.Value ? "true" : "false", Whole);

    Written ILambdaVisitor<Written>.Day(DayNode day) => new(day.Value.ToString("'#'yyyy-MM-dd'#'", CultureInfo.InvariantCulture), Whole);

    Written ILambdaVisitor<Written>.Null(NullNode nothing) => throw new NotSupportedException("A formula has no null.");

    Written ILambdaVisitor<Written>.Fact(FactNode fact) => new(Name(names[fact.Path]), Whole);

    Written ILambdaVisitor<Written>.Negation(NegationNode negation) =>
        Of(negation.Parts[0]) is var negated ? new("-" + negated.At(Sign), Sign, negated.IsWhole) : default!;

    Written ILambdaVisitor<Written>.Not(NotNode not) => new("not " + Of(not.Parts[0]).At(Sign), Sign);

    Written ILambdaVisitor<Written>.Chain(ChainNode chain) => !chain.IsLogic ? Arithmetic(chain)
        : chain.Operators[0] == LambdaTokenKind.And ? new(string.Join(" and ", chain.Parts.Select(part => Of(part).At(And))), And)
        // an and inside an or needs no brackets, but readers do
        : new(string.Join(" or ", chain.Parts.Select(Of).Select(part => part.Rank == And ? $"({part.Text})" : part.Text)), Or);

    Written ILambdaVisitor<Written>.Comparison(ComparisonNode comparison) =>
        new($"{Of(comparison.Parts[0]).At(Sum)} {Symbol(comparison.Operator)} {Of(comparison.Parts[1]).At(Sum)}", Comparison);

    Written ILambdaVisitor<Written>.Choice(ChoiceNode choice)
    {
        var (then, otherwise) = (Of(choice.Parts[1]), Of(choice.Parts[2]));
        return new(
            $"if({Of(choice.Parts[0]).Text}, {then.Text}, {otherwise.Text})",
            Whole,
            then.IsWhole == otherwise.IsWhole ? then.IsWhole : Wholeness.Unknown);
    }

    Written ILambdaVisitor<Written>.Call(CallNode call) =>
        new($"{call.Function.Name}({string.Join(", ", call.Parts.Select(part => Of(part).Text))})", Whole);

    /// <summary>From left to right; what is cut off is all that stands before, so that it begins where the chain does.</summary>
    private Written Arithmetic(ChainNode chain)
    {
        var rank = chain.Operators[0] is LambdaTokenKind.Plus or LambdaTokenKind.Minus ? Sum : Product;
        var first = Of(chain.Parts[0]);
        var (text, isWhole, cuts, isCut) = (new StringBuilder(first.At(rank)), first.IsWhole, 0, false);
        for (var i = 1; i < chain.Parts.Count; i++)
        {
            var (@operator, right) = (chain.Operators[i - 1], Of(chain.Parts[i]));
            isWhole = isWhole == Wholeness.No || right.IsWhole == Wholeness.No ? Wholeness.No
                : isWhole == Wholeness.Yes && right.IsWhole == Wholeness.Yes ? Wholeness.Yes
                : Wholeness.Unknown;
            isCut = @operator == LambdaTokenKind.Divide && isWhole == Wholeness.Yes;
            text.Append(' ').Append(Symbol(@operator)).Append(' ').Append(right.At(rank + 1)).Append(isCut ? ")" : "");
            cuts += isCut ? 1 : 0;
            if (@operator == LambdaTokenKind.Divide && isWhole == Wholeness.Unknown)
                report(ImportFaults.MayBeWhole(chain.Parts[i].Origin.Place, chain.Origin.Text));
        }

        return new(string.Concat(Enumerable.Repeat("Truncate(", cuts)) + text, isCut ? Whole : rank, isWhole);
    }

    /// <summary>A name that a formula can have bare stands so; any other in brackets.</summary>
    private static string Name(string name)
    {
        var isKeyword = name.ToLowerInvariant() is "and" or "or" or "not" or "true" or "false";
        var end = FormulaCharacters.NameStart(name, 0);
        for (var units = end; units > 0 && end < name.Length; end += units)
            units = FormulaCharacters.NamePart(name, end);
        return end >= name.Length && !isKeyword ? name : $"[{name}]";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '\\' => "\\\\",
                '\'' => "\\'",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when DisplayWidth.IsInvisible(character) => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return quoted.Append('\'').ToString();
    }

    private static string Symbol(LambdaTokenKind kind) => kind switch
    {
        LambdaTokenKind.Plus => "+",
        LambdaTokenKind.Minus => "-",
        LambdaTokenKind.Times => "*",
        LambdaTokenKind.Divide => "/",
        LambdaTokenKind.Remainder => "%",
        LambdaTokenKind.Equal => "=",
        LambdaTokenKind.NotEqual => "!=",
        LambdaTokenKind.Less => "<",
        LambdaTokenKind.LessOrEqual => "<=",
        LambdaTokenKind.Greater => ">",
        // others: only these stand between two values of what is written
        _ => ">=",
    };

    /// <param name="Rank">How tightly it binds.</param>
    internal sealed record Written(string Text, int Rank, Wholeness IsWhole = Wholeness.Unknown)
    {
        public string At(int rank) => Rank >= rank ? Text : $"({Text})";
    }
}
