// A function over the records of a subject, and how it is evaluated: over the values of the records that count.
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>Its first parameter is the list, its last the condition; what is looked at in each record stands between.</summary>
/// <param name="form">How it is evaluated.</param>
internal sealed class RecordFunction(
    string name, Signature signature, Combining combining, FunctionText says, Example[] examples, RecordForm form)
    : Function(name, signature, combining, says, examples)
{
    public RecordForm Form { get; } = form;

    /// <summary>The arguments of the call are those behind the list.</summary>
    public override Operation Bind(BoundCall call)
    {
        var value = Form.LooksAtValues ? call.Arguments[0] : null;
        var condition = call.Arguments.Count > (value is null ? 0 : 1) ? call.Arguments[call.Arguments.Count - 1] : null;
        return new FoldOperation(call.Origin, RecordInput.Of(call.List!), this, value, condition, call.Unit, Fraction: call.Fraction);
    }
}

internal abstract class RecordForm
{
    /// <summary>Whether it looks at a value of each record, or only counts them.</summary>
    public virtual bool LooksAtValues => true;

    public abstract T Accept<T>(IRecordFormVisitor<T> visitor, FoldOperation fold);

    /// <summary>In which numbers the result lies, by those in which the value of each record does.</summary>
    public abstract Interval RangeOf(Interval value);
}

/// <summary>Builds what evaluates a function over records; a method for each form.</summary>
internal interface IRecordFormVisitor<T>
{
    T Count(FoldOperation fold);

    T Distinct(FoldOperation fold);

    T Combine(FoldOperation fold, CombineForm form);

    T Values(FoldOperation fold, ValuesForm form);
}

/// <summary>How many records there are.</summary>
internal sealed class CountForm : RecordForm
{
    public override bool LooksAtValues => false;

    public override T Accept<T>(IRecordFormVisitor<T> visitor, FoldOperation fold) => visitor.Count(fold);

    public override Interval RangeOf(Interval value) => Interval.NotNegative;
}

/// <summary>How many different values they have.</summary>
internal sealed class DistinctForm : RecordForm
{
    public override T Accept<T>(IRecordFormVisitor<T> visitor, FoldOperation fold) => visitor.Distinct(fold);

    public override Interval RangeOf(Interval value) => Interval.NotNegative;
}

/// <summary>What their numbers come to one after another, none of them kept.</summary>
/// <param name="isZeroOfNone">Whether it is 0 over no records, and not available otherwise.</param>
internal sealed class CombineForm(Combine combine, bool isZeroOfNone) : RecordForm
{
    public Combine Combine { get; } = combine;

    public bool IsZeroOfNone { get; } = isZeroOfNone;

    public override T Accept<T>(IRecordFormVisitor<T> visitor, FoldOperation fold) => visitor.Combine(fold, this);

    public override Interval RangeOf(Interval value) => Combine == Combine.Sum ? Interval.OfSign(value) : value;
}

/// <summary>What all their numbers come to, once they have all been seen; at least one, and in any order.</summary>
/// <param name="values">May be reordered; only the first <paramref name="count"/> are theirs.</param>
/// <param name="fraction">The one that the call names; null where it names none.</param>
internal delegate decimal OfValues(decimal[] values, int count, decimal? fraction);

/// <summary>What needs all their numbers together; not available over no records.</summary>
internal sealed class ValuesForm(OfValues function) : RecordForm
{
    public OfValues Function { get; } = function;

    public override T Accept<T>(IRecordFormVisitor<T> visitor, FoldOperation fold) => visitor.Values(fold, this);

    public override Interval RangeOf(Interval value) => value;
}
