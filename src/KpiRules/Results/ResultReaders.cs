// Takes evaluations, gives data readers over their results, for whatever copies rows in bulk.
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>
/// Data readers over results, such as for <c>SqlBulkCopy.WriteToServer</c> or <c>DataTable.Load</c>. Rows are read one at a time while they
/// are asked for; nothing is copied ahead. A reader is for one thread; evaluations may be shared.
/// </summary>
public static class ResultReaders
{
    private const string Subject = "subject";
    private const string Period = "period";

    /// <summary>
    /// A row for each subject: <c>subject</c> and <c>period</c> as text, then a column for each result by its name: a decimal, text, a
    /// boolean or a date, and <see cref="DBNull"/> where it is not available.
    /// </summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="results">The names of the results that are wanted, in this order; all, in the policy's, where none is named.</param>
    /// <exception cref="KeyNotFoundException">
    /// The policy gives no result of a name; the message says which is close, or which it gives.
    /// </exception>
    public static DbDataReader ToDataReader(this PeriodEvaluation evaluation, params string[] results) =>
        ToDataReader([evaluation ?? throw new ArgumentNullException(nameof(evaluation))], results);

    /// <summary>The same for several periods, one after another.</summary>
    /// <inheritdoc cref="ToDataReader(PeriodEvaluation, string[])"/>
    /// <param name="evaluations">The evaluations of one policy; at least one.</param>
    /// <exception cref="ArgumentException">There is no evaluation.</exception>
    public static DbDataReader ToDataReader(this IReadOnlyList<PeriodEvaluation> evaluations, params string[] results)
    {
        var wanted = Wanted(evaluations, results);
        return new ResultDataReader(
            [(Subject, ValueKind.Text), (Period, ValueKind.Text), .. wanted.Select(result => (result.Name, result.Kind))],
            Rows().GetEnumerator());

        IEnumerable<object?[]> Rows()
        {
            foreach (var (subject, period) in Walk(evaluations))
                yield return [subject.Subject, period, .. wanted.Select(result => ValueOf(subject[result.Name].Value))];
        }
    }

    /// <summary>
    /// A row for each subject and result: <c>subject</c>, <c>period</c> and <c>result</c> as text, then <c>number</c>, a decimal, or
    /// <c>text</c>, as which booleans and dates are written too, or else <c>cause</c>, why it is not available. What does not hold is
    /// <see cref="DBNull"/>.
    /// </summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="language">The language of causes: <c>zh</c>, else English.</param>
    /// <param name="results">The names of the results that are wanted, in this order; all, in the policy's, where none is named.</param>
    /// <exception cref="KeyNotFoundException">
    /// The policy gives no result of a name; the message says which is close, or which it gives.
    /// </exception>
    public static DbDataReader ToLongDataReader(this PeriodEvaluation evaluation, string language, params string[] results) =>
        ToLongDataReader([evaluation ?? throw new ArgumentNullException(nameof(evaluation))], language, results);

    /// <summary>The same for several periods, one after another.</summary>
    /// <inheritdoc cref="ToLongDataReader(PeriodEvaluation, string, string[])"/>
    /// <param name="evaluations">The evaluations of one policy; at least one.</param>
    /// <exception cref="ArgumentException">There is no evaluation.</exception>
    public static DbDataReader ToLongDataReader(
        this IReadOnlyList<PeriodEvaluation> evaluations, string language, params string[] results)
    {
        var wanted = Wanted(evaluations, results);
        if (language is null)
            throw new ArgumentNullException(nameof(language));
        return new ResultDataReader(
            [(Subject, ValueKind.Text), (Period, ValueKind.Text), ("result", ValueKind.Text), ("number", ValueKind.Number),
                ("text", ValueKind.Text), ("cause", ValueKind.Text)],
            Rows().GetEnumerator());

        IEnumerable<object?[]> Rows()
        {
            foreach (var (subject, period) in Walk(evaluations))
            {
                foreach (var result in wanted)
                {
                    var value = subject[result.Name];
                    var text = value.IsAvailable && value.Number is null ? value.ToString() : null;
                    yield return [subject.Subject, period, result.Name, value.Number, text, value.Cause?.Explain(language)];
                }
            }
        }
    }

    private static IReadOnlyList<CellDescription> Wanted(IReadOnlyList<PeriodEvaluation> evaluations, string[] results)
    {
        if (evaluations is null)
            throw new ArgumentNullException(nameof(evaluations));
        if (results is null)
            throw new ArgumentNullException(nameof(results));
        if (evaluations.Count == 0)
            throw new ArgumentException("There is no evaluation.", nameof(evaluations));
        var first = evaluations[0];
        return results.Length == 0 ? first.Results
            : [.. results.Select(name => first.Results.FirstOrDefault(result => result.Name == name) ?? throw first.NoResult(name))];
    }

    private static IEnumerable<(SubjectEvaluation Subject, string Period)> Walk(IReadOnlyList<PeriodEvaluation> evaluations)
    {
        foreach (var evaluation in evaluations)
        {
            var period = evaluation.Period.ToString();
            foreach (var subject in evaluation)
                yield return (subject, period);
        }
    }

    private static object? ValueOf(FactValue value) => value.Kind switch
    {
        ValueKind.Number => value.Number,
        ValueKind.Boolean => value.Boolean,
        ValueKind.Text => value.Text,
        ValueKind.Date => value.Date,
        null => null,
    };
}
