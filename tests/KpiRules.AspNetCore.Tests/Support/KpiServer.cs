// A host on a port of its own, spoken to over real HTTP.
using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KpiRules.AspNetCore.Tests.Support;

internal sealed class KpiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KpiServer(WebApplication app, TestLog log)
    {
        (_app, Log) = (app, log);
        var addresses = app.Urls.Select(url => new Uri(url)).ToList();
        Client = new HttpClient { BaseAddress = addresses[0] };
        Http2 = new HttpClient { BaseAddress = addresses[1] };
    }

    public HttpClient Client { get; }

    /// <summary>Speaks to the port of HTTP/2, where .NET's client reads while it sends.</summary>
    public HttpClient Http2 { get; }

    public TestLog Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>A ruleset of the tool's tests.</summary>
    public static Policy RulesetOf(string name) => Policy.Load(Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files", name + ".json"));

    public static Task<KpiServer> StartAsync(params Policy[] policies) => StartAsync(policies, null);

    public static Task<KpiServer> StartAsync(
        Policy[] policies, Action<KpiRulesEndpointOptions>? configure, Action<WebApplication>? more = null) =>
        StartAsync(
            services => services.AddSingleton(RulesetCatalogue.Of(policies)).AddSingleton<KpiEvaluator>(),
            app =>
            {
                more?.Invoke(app);
                app.MapKpiRules("/kpi", configure);
            });

    public static async Task<KpiServer> StartAsync(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new TestLog { Lowest = LogLevel.Debug };
        builder.Logging.ClearProviders()
            .AddProvider(log)
            .SetMinimumLevel(LogLevel.Debug)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("KpiRules.Hosting", LogLevel.Information);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        services(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new KpiServer(app, log);
    }

    /// <summary>The status, and the body as JSON made readable.</summary>
    public async Task<(HttpStatusCode Status, string Json)> PostAsync(string address, string body, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Json(body) };
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, Pretty.Json(await response.Content.ReadAsStringAsync()));
    }

    public static StringContent Json(string body, string type = "application/json") => new(body, Encoding.UTF8, type);

    /// <summary>Once every request is at its end, so that the log has all of them.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http2.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
