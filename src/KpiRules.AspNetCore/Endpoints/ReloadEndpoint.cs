// Reads the rulesets anew; only there where the host names those who may.
using System.Threading.Tasks;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Responses;

namespace KpiRules.AspNetCore.Endpoints;

internal static class ReloadEndpoint
{
    /// <summary>What is in use then, and what is wrong; whoever may reload may see all.</summary>
    public static async Task AnswerAsync(KpiRequest request)
    {
        var set = await request.Catalogue.ReloadAsync(request.Cancellation).ConfigureAwait(false);
        await request.AnswerAsync(request.Language, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("rulesets");
            foreach (var policy in set.Policies)
                RulesetJson.WriteKey(json, policy);
            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (var problem in set.Problems)
            {
                json.WriteStartObject();
                json.WriteString("name", problem.Name);
                json.WriteBoolean("standsIn", problem.StandIn is not null);
                DiagnosticJson.WriteList(json, problem.Diagnostics, request.Asked ?? problem.Language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }
}
