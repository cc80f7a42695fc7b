// Takes a request that evaluates, gives its evaluations; what exceeds a limit is a problem before anything is worked out.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.AspNetCore.Endpoints;

internal sealed record EvaluationRun(
    KpiRequest Request, EvaluationBody Body, Policy Policy, string Language, IReadOnlyList<PeriodEvaluation> Evaluations)
{
    /// <exception cref="ProblemException">The body, the ruleset or a limit is in the way.</exception>
    public static async Task<EvaluationRun> OfAsync(KpiRequest request, BodyForm form)
    {
        var sent = await request.ReadBodyAsync(BodyCost.OfFacts).ConfigureAwait(false);
        await sent.Share.ToWork();
        var body = EvaluationBody.Read(sent, form, request.Language);
        CheckPeriods(request, body);
        var policy = VisibleRulesets.To(request).InEffect(request.RulesetName, body.From, body.To);
        var language = request.LanguageOf(policy);
        var facts = FactsFor(request, body, policy, language);
        TakeForResults(request, sent.Share, body, facts, policy);
        var run = new EvaluationRun(request, body, policy, language, request.Evaluator.Evaluate(
            policy, new EvaluationRequest(facts, body.From, body.To) { AsOf = body.AsOf }, request.Cancellation));
        CheckIssues(request, run.Evaluations.Sum(evaluation => evaluation.Issues.Count));
        if (body.Subject is { } subject && !run.Shown().Any())
            throw Problem.Unknown(language, "subject", subject, run.Evaluations.SelectMany(evaluation => evaluation.Subjects).Distinct());
        return run;
    }

    /// <exception cref="ProblemException">There are too many subjects.</exception>
    public static Dataset FactsFor(KpiRequest request, EvaluationBody body, Policy policy, string language)
    {
        var facts = body.FactsFor(policy, builder =>
        {
            request.Cancellation.ThrowIfCancellationRequested();
            CheckIssues(request, builder.IssueCount);
        });
        return facts.Subjects.Count <= request.Options.MaxSubjects
            ? facts
            : throw Problem.TooLarge(language, $"{facts.Subjects.Count} subjects", request.Options.MaxSubjects);
    }

    /// <exception cref="ProblemException">There is too much that is odd.</exception>
    private static void CheckIssues(KpiRequest request, int count)
    {
        if (count > request.Options.MaxIssues)
            throw Problem.TooManyIssues(request.Language, request.Options.MaxIssues);
    }

    /// <summary>A row for each subject of each period, with each result.</summary>
    /// <exception cref="ProblemException">There is no room for them.</exception>
    private static void TakeForResults(KpiRequest request, MemoryShare share, EvaluationBody body, Dataset facts, Policy policy)
    {
        // whoever has something deferred has results in every period
        var periods = policy.Incentives.Any(incentive => incentive.Openings is not null) ? CountOf(body) : 1;
        var given = facts.Periods.Where(period => period.CompareTo(body.From) >= 0 && period.CompareTo(body.To) <= 0)
            .Sum(period => (long)facts.SubjectsIn(period).Count);
        var needed = Math.Max(given, (long)facts.Subjects.Count * periods) * policy.Results.Count * BodyCost.PerResult;
        if (needed > request.Memory.MostForOne)
            throw Problem.TakesTooMuch(request.Language, needed, request.Memory.MostForOne);
        if (!share.TryGrow(needed))
            throw Problem.Busy(request.Language);
    }

    /// <summary>Those of all periods that are to be shown.</summary>
    public IEnumerable<SubjectEvaluation> Shown() => Evaluations.SelectMany(Shown);

    /// <summary>
    /// Those to be shown, one after another, until the request is given up: some results are worked out as they are read.
    /// </summary>
    public IEnumerable<SubjectEvaluation> Shown(PeriodEvaluation evaluation)
    {
        foreach (var subject in evaluation.Subjects.Where(subject => Body.Subject is null || subject == Body.Subject))
        {
            Request.Cancellation.ThrowIfCancellationRequested();
            yield return evaluation[subject];
        }
    }

    /// <summary>How many periods are evaluated, of which there are not too many.</summary>
    private static int CountOf(EvaluationBody body)
    {
        var count = 1;
        for (var period = body.From; period != body.To; period = period.Add(1))
            count++;
        return count;
    }

    private static void CheckPeriods(KpiRequest request, EvaluationBody body)
    {
        var period = body.From;
        for (var count = 1; period != body.To; count++)
        {
            if (count == request.Options.MaxPeriods)
                throw Problem.TooLarge(request.Language, $"{body.From}..{body.To}", request.Options.MaxPeriods);
            period = period.Add(1);
        }
    }
}
