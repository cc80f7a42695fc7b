using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>Options as a host's configuration gives them.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void TheExampleOfTheDocumentation_SetsEveryOption()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "hosting.md"));
        var example = Regex.Match(guide, "```json\n(\\{\n  \"KpiRules\".*?)```", RegexOptions.Singleline).Groups[1].Value;
        var json = System.Text.Json.JsonDocument.Parse(example).RootElement.GetProperty("KpiRules");
        json.EnumerateObject().Select(option => option.Name).Should().BeEquivalentTo(
            typeof(KpiRulesOptions).GetProperties().Select(option => option.Name).Except([nameof(KpiRulesOptions.Engine)]));
        var options = Of(Flat(json, "KpiRules").ToArray());
        options.Rulesets.All.Should().HaveCount(2, "one of the configuration, one of the code");
        (options.Rulesets.ReloadsOnChange, options.Rulesets.ReloadInterval).Should().Be((true, TimeSpan.FromMinutes(5)));
        (options.StartWithProblems, options.LogFacts, options.Language).Should().Be((false, false, "zh"));
        (options.QuietTime, options.Patience).Should().Be((TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData("StartWithProblems", "true")]
    [InlineData("logfacts", "True")]
    [InlineData("QuietTime", "00:00:01")]
    [InlineData("Patience", "00:01:00")]
    [InlineData("Language", "en")]
    public void AnOption_IsSet(string name, string value)
    {
        var options = Of(($"KpiRules:{name}", value), ("KpiRules:Rulesets:Folders:0", "."));
        typeof(KpiRulesOptions).GetProperties().Single(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .GetValue(options)!.ToString().Should().BeEquivalentTo(value);
    }

    [Theory]
    [InlineData("Patiense", "00:00:02", "KpiRules:Patiense is no option; did you mean 'Patience'?")]
    [InlineData("Patience", "5", "KpiRules:Patience is '5': write a time, such as 00:00:02 for two seconds.")]
    [InlineData("Patience", "soon", "KpiRules:Patience is 'soon': write a time, such as 00:00:02 for two seconds.")]
    [InlineData("LogFacts", "yes", "KpiRules:LogFacts is 'yes': write true or false.")]
    [InlineData("Language", "de", "KpiRules:Language is 'de': write zh or en.")]
    [InlineData("Rulesets:Folders", "rulesets", "KpiRules:Rulesets:Folders is 'rulesets': write a list, such as [ \"rulesets\" ].")]
    [InlineData("Rulesets:Folders:0", " ", "KpiRules:Rulesets:Folders:0 names no folder.")]
    [InlineData("Rulesets:Watch", "true", "KpiRules:Rulesets:Watch is no option; there are: Folders, ReloadOnChange, ReloadEvery.")]
    public void WhatIsWrong_IsTold(string name, string value, string message)
    {
        var failure = FluentActions.Invoking(() => Of(($"KpiRules:{name}", value), ("KpiRules:Nothing", "1")))
            .Should().Throw<OptionsValidationException>().Which;
        failure.Failures.Should().HaveCount(2).And.Contain(message);
    }

    [Fact]
    public void WhatConfigurationCannotSay_IsSetBehindIt() =>
        Of([("KpiRules:Language", "en")], options => options.Language = "zh").Language.Should().Be("zh");

    private static KpiRulesOptions Of(params (string, string?)[] values) => Of(values, null);

    private static KpiRulesOptions Of((string Key, string? Value)[] values, Action<KpiRulesOptions>? configure)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(one => new KeyValuePair<string, string?>(one.Key, one.Value))).Build();
        using var services = new ServiceCollection()
            .AddKpiRules(configuration.GetSection("KpiRules"), options =>
            {
                options.Rulesets.FromFolder(".");
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<KpiRulesOptions>>().Value;
    }

    private static IEnumerable<(string, string?)> Flat(System.Text.Json.JsonElement json, string path) => json.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => json.EnumerateObject().SelectMany(one => Flat(one.Value, $"{path}:{one.Name}")),
        System.Text.Json.JsonValueKind.Array => json.EnumerateArray().SelectMany((one, i) => Flat(one, $"{path}:{i}")),
        _ => [(path, json.ToString() == "rulesets" ? "." : json.ToString())],
    };
}
