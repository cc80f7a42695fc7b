// Evaluates the facts of a request, and answers with what was asked for of the results.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Responses;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.AspNetCore.Endpoints;

internal static class EvaluationEndpoints
{
    /// <summary>An object of a period; of several a list.</summary>
    public static async Task Evaluate(KpiRequest request)
    {
        var run = await EvaluationRun.OfAsync(request, BodyForm.Evaluation).ConfigureAwait(false);
        await request.AnswerAsync(run.Language, json =>
        {
            if (run.Evaluations.Count > 1)
                json.WriteStartArray();
            foreach (var evaluation in run.Evaluations)
                ResultJson.Write(json, run.Policy, evaluation, run.Shown(evaluation), run.Language, run.Body.Subject);
            if (run.Evaluations.Count > 1)
                json.WriteEndArray();
        }).ConfigureAwait(false);
    }

    public static async Task Statement(KpiRequest request)
    {
        var run = await EvaluationRun.OfAsync(request, BodyForm.Evaluation).ConfigureAwait(false);
        if (run.Policy.Incentives.Count == 0)
            throw Problem.NoIncentives(run.Language, run.Policy);
        await AnswerListAsync(
            run, run.Shown(), (json, subject) => StatementJson.Write(json, run.Policy, subject, subject.Payout!, run.Language))
            .ConfigureAwait(false);
    }

    public static async Task Warnings(KpiRequest request)
    {
        var run = await EvaluationRun.OfAsync(request, BodyForm.Evaluation).ConfigureAwait(false);
        var shown = run.Evaluations.SelectMany(evaluation => ShownWarning.Of(evaluation, null))
            .Where(warning => run.Body.Subject is null || warning.Subject == run.Body.Subject);
        await request.AnswerAsync(run.Language, json => WarningsJson.Write(json, shown, run.Language)).ConfigureAwait(false);
    }

    public static async Task Smart(KpiRequest request)
    {
        var run = await EvaluationRun.OfAsync(request, BodyForm.Evaluation).ConfigureAwait(false);
        var targets = run.Shown().SelectMany(subject => subject.Kpis).Select(kpi => kpi.Smart).OfType<SmartResult>();
        await request.AnswerAsync(run.Language, json => SmartJson.Write(json, targets, run.Language)).ConfigureAwait(false);
    }

    public static async Task Explain(KpiRequest request)
    {
        var run = await EvaluationRun.OfAsync(request, BodyForm.Explanation).ConfigureAwait(false);
        var result = run.Body.Result!;
        if (run.Policy.Results.All(cell => cell.Name != result))
            throw Problem.Unknown(run.Language, "result", result, run.Policy.Results.Select(cell => cell.Name));
        await AnswerListAsync(run, run.Shown(), (json, subject) => ExplainedJson.Write(json, subject, result, run.Language))
            .ConfigureAwait(false);
    }

    public static async Task Plan(KpiRequest request)
    {
        var sent = await request.ReadBodyAsync(BodyCost.OfFacts).ConfigureAwait(false);
        await sent.Share.ToWork();
        var body = EvaluationBody.Read(sent, BodyForm.Plan, request.Language);
        var policy = VisibleRulesets.To(request).Named(request.RulesetName, request.TextOf("version"), request.PeriodOf("period"));
        var language = request.LanguageOf(policy);
        var plan = policy.Plans.FirstOrDefault(plan => plan.Name == body.Plan)
            ?? throw Problem.Unknown(language, "plan", body.Plan!, policy.Plans.Select(plan => plan.Name));
        if (body.Closed is { } closed && !plan.Periods.Contains(closed))
            throw Problem.Unknown(language, "closed", closed.ToString(), plan.Periods.Select(period => period.ToString()));
        var facts = EvaluationRun.FactsFor(request, body, policy, language);
        request.Cancellation.ThrowIfCancellationRequested();
        await request.AnswerAsync(language, json => PlanJson.Write(json, policy.Plan(plan.Name, facts, body.Closed), language))
            .ConfigureAwait(false);
    }

    private static Task AnswerListAsync<T>(EvaluationRun run, IEnumerable<T> items, System.Action<Utf8JsonWriter, T> write) =>
        run.Request.AnswerAsync(run.Language, json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
                write(json, item);
            json.WriteEndArray();
        });
}
