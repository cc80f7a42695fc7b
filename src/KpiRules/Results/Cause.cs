// Why a value is not available, down to where it began.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>Why a value is not available: what happened, and what that came from. Immutable.</summary>
public sealed class Cause
{
    private const int LongChain = 6;

    private readonly NotAvailable _mark;

    internal Cause(NotAvailable mark, Cause? because, Period? period) => (_mark, Because, Period) = (mark, because, period);

    /// <summary>What happened.</summary>
    public CauseKind Kind => _mark.Kind;

    /// <summary>The name of the fact that is missing, of the result depended on, or of the cell in which it happened.</summary>
    public string Name => _mark.Name;

    /// <summary>The stretch of the formula at which it happened; empty where there is none.</summary>
    public string Text => _mark.Text;

    /// <summary>The period in which it happened, where that is another than the one evaluated; else null.</summary>
    public Period? Period { get; }

    /// <summary>The cause of this cause, for a result depended on; else null.</summary>
    public Cause? Because { get; }

    /// <summary>Where it began.</summary>
    public Cause Root => Chain().Last();

    /// <summary>This cause alone, as a sentence without a full stop.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language) => 
        Messages.Format(language, "cause." + Kind, Name, _mark.Words?.In(language) ?? Text, _mark.Part)
        + (Period is { } period ? Messages.Format(language, "cause.period", period.ToString()) : "");

    /// <summary>
    /// The way down to where it began, such as "'rate' is not available: 'cost' is missing"; of a long way its two ends.
    /// </summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Explain(string language)
    {
        var chain = Chain().ToList();
        var shown = chain.Count <= LongChain
            ? chain.Select(cause => cause.Message(language))
            : chain.Take(2)
                .Select(cause => cause.Message(language))
                .Append("…")
                .Concat(chain.Skip(chain.Count - 2).Select(cause => cause.Message(language)));
        return string.Join(Messages.Format(language, "cause.because"), shown);
    }

    /// <summary>As <see cref="Explain"/>, in English.</summary>
    public override string ToString() => Explain("en");

    /// <summary>The same for an evaluation of another period: each step says in which period it happened.</summary>
    /// <param name="evaluated">The period of the evaluation that it is a cause of.</param>
    internal NotAvailable ToldElsewhere(Period evaluated)
    {
        NotAvailable? told = null;
        foreach (var cause in Chain().Reverse())
        {
            var then = PeriodTargets.NamesPeriods(cause.Kind) ? cause._mark.Period : cause.Period ?? evaluated;
            told = cause._mark with { Because = null, Row = null, Inner = told, Lag = null, Period = then };
        }

        return told!;
    }

    private IEnumerable<Cause> Chain()
    {
        for (var cause = this; cause is not null; cause = cause.Because)
            yield return cause;
    }
}
