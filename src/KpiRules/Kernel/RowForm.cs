// How a function is evaluated for a row: over values alone, so that the evaluator may walk rows as it likes.
using System;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal abstract class RowForm
{
    /// <summary>Whether it compares its first argument with each of the others.</summary>
    public virtual bool HoldsFirstAgainstOthers => false;

    public abstract T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call);
}

/// <summary>Builds what evaluates a call; a method for each form.</summary>
internal interface IRowFormVisitor<T>
{
    T Number(CallOperation call, NumberForm form);

    T Pair(CallOperation call, NumberPairForm form);

    T Triple(CallOperation call, NumberTripleForm form);

    T Reduce(CallOperation call, ReduceForm form);

    T Numbers<TValue>(CallOperation call, NumbersForm<TValue> form);

    T Text(CallOperation call, TextForm form);

    T TextPair(CallOperation call, TextPairForm form);

    T DatePair(CallOperation call, DatePairForm form);

    T DateStep(CallOperation call, DateStepForm form);

    T Calendar(CallOperation call, CalendarForm form);

    T Stay(CallOperation call, StayForm form);

    T Among(CallOperation call);

    T Between(CallOperation call);
}

internal delegate bool TryNumber(decimal argument, out decimal value);

internal delegate bool TryNumberPair(decimal first, decimal second, out decimal value);

internal delegate bool TryNumberTriple(decimal first, decimal second, decimal third, out decimal value);

/// <param name="tell">Takes the step that an explanation tells; null where nothing is explained.</param>
internal delegate bool TryNumbers<T>(decimal[] values, TellStep? tell, out T value);

internal delegate void TellStep(StepKind step, params decimal?[] numbers);

/// <summary>Of one number.</summary>
/// <param name="outside">The cause where there is no value.</param>
internal sealed class NumberForm(TryNumber function, CauseKind outside = CauseKind.OutOfDomain) : RowForm
{
    public TryNumber Function { get; } = function;

    public CauseKind Outside { get; } = outside;

    /// <summary>With a value for every number.</summary>
    public static NumberForm Total(Func<decimal, decimal> function)
    {
        return new(Apply);

        bool Apply(decimal argument, out decimal value)
        {
            value = function(argument);
            return true;
        }
    }

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Number(call, this);
}

/// <summary>Of two numbers, of which the second may be left out and then is 0.</summary>
internal sealed class NumberPairForm(TryNumberPair function, CauseKind outside = CauseKind.OutOfDomain) : RowForm
{
    public TryNumberPair Function { get; } = function;

    public CauseKind Outside { get; } = outside;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Pair(call, this);
}

internal sealed class NumberTripleForm(TryNumberTriple function, CauseKind outside = CauseKind.OutOfDomain) : RowForm
{
    public TryNumberTriple Function { get; } = function;

    public CauseKind Outside { get; } = outside;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Triple(call, this);
}

/// <summary>Of one number or more, two at a time from left to right.</summary>
internal sealed class ReduceForm(Func<decimal, decimal, decimal> next) : RowForm
{
    public Func<decimal, decimal, decimal> Next { get; } = next;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Reduce(call, this);
}

/// <summary>Of any number of numbers at once.</summary>
internal sealed class NumbersForm<TValue>(TryNumbers<TValue> function, CauseKind outside = CauseKind.OutOfDomain) : RowForm
{
    public TryNumbers<TValue> Function { get; } = function;

    public CauseKind Outside { get; } = outside;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Numbers(call, this);
}

internal sealed class TextForm(Func<string, string> function) : RowForm
{
    public Func<string, string> Function { get; } = function;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Text(call, this);
}

internal sealed class TextPairForm(Func<string, string, bool> function) : RowForm
{
    public Func<string, string, bool> Function { get; } = function;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.TextPair(call, this);
}

/// <summary>Of two dates, as numbers of days.</summary>
internal sealed class DatePairForm(Func<int, int, decimal> function) : RowForm
{
    public Func<int, int, decimal> Function { get; } = function;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.DatePair(call, this);
}

/// <summary>Of a date and how far on another lies from it, as numbers of days; null where there is none.</summary>
internal sealed class DateStepForm(Func<int, decimal, int?> function) : RowForm
{
    public Func<int, decimal, int?> Function { get; } = function;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.DateStep(call, this);
}

/// <summary>The days of a period, as functions see them.</summary>
internal interface IPeriodDays
{
    /// <summary>The workdays of the period.</summary>
    int Days { get; }

    /// <summary>The workdays that have passed on the as-of date.</summary>
    int DaysPassed { get; }

    /// <summary>The workdays of the period from one day to another, both included.</summary>
    int ActiveDays(int from, int to);
}

/// <summary>Of the calendar alone; null is no value.</summary>
internal sealed class CalendarForm(Func<IPeriodDays, decimal?> function, CauseKind outside) : RowForm
{
    public Func<IPeriodDays, decimal?> Function { get; } = function;

    public CauseKind Outside { get; } = outside;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Calendar(call, this);
}

/// <summary>Of the calendar, a first day, and a last day, which is open where it is not available.</summary>
internal sealed class StayForm(Func<IPeriodDays, int, int, decimal> function) : RowForm
{
    public Func<IPeriodDays, int, int, decimal> Function { get; } = function;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Stay(call, this);
}

/// <summary>Whether the first value is one of the others, of any type, by Kleene's logic.</summary>
internal sealed class AmongForm : RowForm
{
    public override bool HoldsFirstAgainstOthers => true;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Among(call);
}

/// <summary>Whether the first value lies between the others, of any ordered type, by Kleene's logic.</summary>
internal sealed class BetweenForm : RowForm
{
    public override bool HoldsFirstAgainstOthers => true;

    public override T Accept<T>(IRowFormVisitor<T> visitor, CallOperation call) => visitor.Between(call);
}
