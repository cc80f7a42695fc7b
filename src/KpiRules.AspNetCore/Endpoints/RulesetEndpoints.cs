// Answers what rulesets there are, what they take and give, and whether one that is sent is good.
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Responses;
using KpiRules.Diagnostics;
using KpiRules.Testing;

namespace KpiRules.AspNetCore.Endpoints;

internal static class RulesetEndpoints
{
    private const string Sent = "body";

    public static Task List(KpiRequest request)
    {
        var seen = VisibleRulesets.To(request).All;
        return request.AnswerAsync(request.Language, json =>
        {
            json.WriteStartArray();
            foreach (var policy in seen)
                RulesetJson.WriteEntry(json, policy, request.LanguageOf(policy));
            json.WriteEndArray();
        });
    }

    public static Task Get(KpiRequest request)
    {
        var seen = VisibleRulesets.To(request);
        var policy = Named(request, seen);
        return request.AnswerAsync(
            request.LanguageOf(policy), json => RulesetJson.Write(json, policy, seen.VersionsOf(policy), request.LanguageOf(policy)));
    }

    public static Task Cells(KpiRequest request)
    {
        var policy = Named(request, VisibleRulesets.To(request));
        return request.AnswerAsync(request.LanguageOf(policy), json => RulesetJson.WriteCells(json, policy));
    }

    public static Task Schema(KpiRequest request)
    {
        var policy = Named(request, VisibleRulesets.To(request));
        return request.AnswerAsync("en", json => FactsSchema.Write(json, policy));
    }

    /// <summary>Runs the tests of a ruleset that is in use.</summary>
    public static Task TestInUse(KpiRequest request) => Test(request, Named(request, VisibleRulesets.To(request)));

    /// <summary>Runs the tests of a ruleset that is sent.</summary>
    public static async Task TestSent(KpiRequest request)
    {
        var read = await ReadAsync(request).ConfigureAwait(false);
        await Test(request, read.Policy ?? throw Problem.Malformed(request.Asked ?? read.Language, read.Diagnostics)).ConfigureAwait(false);
    }

    /// <summary>What is wrong with a ruleset is what is asked here, and so no problem of the request.</summary>
    public static async Task Validate(KpiRequest request)
    {
        var read = await ReadAsync(request).ConfigureAwait(false);
        var language = request.Asked ?? read.Language;
        await request.AnswerAsync(language, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("valid", read.Policy is not null);
            if (read.Policy is { } policy)
                KpiRules.Json.ValueJson.WriteStamp(json, policy.Id, policy.Version, policy.ContentHash);
            DiagnosticJson.WriteList(json, read.Diagnostics, language);
            json.WriteNumber("omitted", read.OmittedDiagnostics);
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static Task Test(KpiRequest request, Policy policy)
    {
        var language = request.LanguageOf(policy);
        return request.AnswerAsync(
            language, json => TestJson.Write(json, policy, RulesetTests.Run(policy, request.Cancellation), language));
    }

    private static Policy Named(KpiRequest request, VisibleRulesets seen) =>
        seen.Named(request.RulesetName, request.TextOf("version"), request.PeriodOf("period"));

    private static async Task<PolicyReadResult> ReadAsync(KpiRequest request)
    {
        var body = await request.ReadBodyAsync(BodyCost.OfRuleset).ConfigureAwait(false);
        await body.Share.ToWork();
        var diagnostics = new DiagnosticBag();
        return PolicyReader.Read(body.Decode(Sent, diagnostics), request.Options.Bases?.Invoke(request.Http), diagnostics);
    }
}
