// The one line that puts KpiRules on HTTP.
using System;
using System.Threading.Tasks;
using KpiRules.AspNetCore;
using KpiRules.AspNetCore.Endpoints;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// not the folder's, but where a host looks for what it maps
namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts KpiRules on HTTP.</summary>
public static class KpiRulesEndpoints
{
    private const string Json = "application/json";

    /// <summary>
    /// Maps endpoints that list rulesets, validate, test, evaluate and explain, and an OpenAPI document of them. Whoever can
    /// reach them can call them, until authorisation is added to what is returned; nothing changes anything in the host
    /// unless <see cref="KpiRulesEndpointOptions.Writing"/> says for whom.
    /// </summary>
    /// <param name="endpoints">The host's, with the services of <c>AddKpiRules</c>.</param>
    /// <param name="prefix">Where the endpoints are, such as <c>/kpi</c>.</param>
    /// <param name="configure">Sets limits, and who may see what; null leaves them as they are by default.</param>
    /// <returns>All of the endpoints, for <c>RequireAuthorization</c>, <c>RequireRateLimiting</c>, <c>RequireCors</c> and the
    /// like.</returns>
    /// <exception cref="InvalidOperationException">The host's services lack those of <c>AddKpiRules</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit lets nothing through, or a time is longer than 28 days.</exception>
    public static IEndpointConventionBuilder MapKpiRules(
        this IEndpointRouteBuilder endpoints, string prefix = "/kpi", Action<KpiRulesEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var options = new KpiRulesEndpointOptions();
        configure?.Invoke(options);
        options.Check();
        var services = endpoints.ServiceProvider;
        var catalogue = services.GetService<RulesetCatalogue>()
            ?? throw new InvalidOperationException("MapKpiRules needs builder.Services.AddKpiRules(…) before the host is built.");
        var host = new EndpointHost(
            options,
            catalogue,
            services.GetRequiredService<KpiEvaluator>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("KpiRules.AspNetCore"));
        var group = endpoints.MapGroup(prefix);
        Map(new Mapping(group, host, prefix.Trim('/').Replace('/', '.')));
        return group;
    }

    private static void Map(Mapping map)
    {
        const string one = "/rulesets/{idOrCompany}";
        map.Get("/rulesets", "rulesets", "The rulesets in use.", RulesetEndpoints.List);
        map.Get(one, "ruleset", "What a ruleset takes and gives.", RulesetEndpoints.Get);
        map.Get(one + "/cells", "cells", "The results a ruleset gives.", RulesetEndpoints.Cells);
        map.Get(one + "/schema", "schema", "The JSON Schema of what a ruleset can be evaluated on.", RulesetEndpoints.Schema);
        map.Post(one + "/test", "testInUse", "Run the tests of a ruleset in use.", RulesetEndpoints.TestInUse);
        map.Post(one + "/evaluate", "evaluate", "Evaluate a ruleset on facts.", EvaluationEndpoints.Evaluate);
        map.Stream(one + "/evaluate/stream", "evaluateStream", "Evaluate a stream of subjects, line by line.", StreamEndpoint.AnswerAsync);
        map.Post(one + "/explain", "explain", "Explain how a result came about.", EvaluationEndpoints.Explain);
        map.Post(one + "/statement", "statement", "Give pay statements with every step.", EvaluationEndpoints.Statement);
        map.Post(one + "/warnings", "warnings", "Say whom there is trouble with.", EvaluationEndpoints.Warnings);
        map.Post(one + "/smart", "smart", "Say which targets are not good ones.", EvaluationEndpoints.Smart);
        map.Post(one + "/plan", "plan", "Break a plan's total down to targets.", EvaluationEndpoints.Plan);
        map.Post("/validate", "validate", "Say what is wrong with a ruleset.", RulesetEndpoints.Validate);
        map.Post("/test", "test", "Run the tests that a ruleset carries.", RulesetEndpoints.TestSent);
        map.Get(OpenApiEndpoint.Route, "openapi", "The OpenAPI document of these endpoints.", OpenApiEndpoint.AnswerAsync)
            .ExcludeFromDescription();
        if (map.Host.Options.WritingPolicy is { } policy)
            map.Post("/reload", "reload", "Read the rulesets anew.", ReloadEndpoint.AnswerAsync).RequireAuthorization(policy);
    }

    /// <param name="Name">What the names of the endpoints begin with, for they are unique in a host.</param>
    private sealed record Mapping(RouteGroupBuilder Group, EndpointHost Host, string Name)
    {
        public IEndpointConventionBuilder Get(string route, string name, string summary, Func<KpiRequest, Task> answer) =>
            Describe(Group.MapGet(route, Host.Answer(answer)), name, summary, Json);

        public IEndpointConventionBuilder Post(string route, string name, string summary, Func<KpiRequest, Task> answer) =>
            Describe(Group.MapPost(route, Host.Answer(answer)), name, summary, Json).WithMetadata(new BodySize(Host.Options.MaxBodySize));

        public void Stream(string route, string name, string summary, Func<KpiRequest, Task> answer) =>
            Describe(Group.MapPost(route, Host.Answer(answer, isStream: true)), name, summary, StreamEndpoint.ContentType)
                .WithMetadata(new BodySize(null));

        private IEndpointConventionBuilder Describe(IEndpointConventionBuilder endpoint, string name, string summary, string produces) =>
            endpoint
                .WithName($"{Name}.{name}")
                .WithSummary(summary)
                .WithTags("KpiRules")
                .WithMetadata(
                    new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(object), [produces]),
                    new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(object), [ProblemJson.ContentType]));
    }
}
