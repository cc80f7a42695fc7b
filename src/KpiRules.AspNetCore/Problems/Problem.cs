// One method a problem; the type and the wording are here, callers pass facts.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.AspNetCore.Responses;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Problems;

internal static class Problem
{
    private const int MostNamed = 20;
    private const string RetryAfterSeconds = "5";

    public static ProblemException Malformed(string language, IReadOnlyList<Diagnostic> diagnostics) => new(
        StatusCodes.Status400BadRequest,
        "malformed",
        Say(language, "请求正文不能用", "The body cannot be used"),
        diagnostics[0].ToString(language),
        json => DiagnosticJson.WriteList(json, diagnostics, language));

    public static ProblemException Parameter(string language, string name, string value, string expected) => new(
        StatusCodes.Status400BadRequest,
        "parameter",
        Say(language, "地址中的参数不能用", "A parameter cannot be used"),
        Say(language, $"参数 {name} 的值“{value}”不能用；应为 {expected}", $"'{value}' cannot be used as {name}; {expected} is expected"));

    public static ProblemException BadRequest(int status, string language, string why) => new(
        status,
        status == StatusCodes.Status413PayloadTooLarge ? "too-large" : "http",
        Say(language, "HTTP 请求不能用", "The HTTP request cannot be used"),
        why);

    public static ProblemException TooLarge(string language, string what, long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        Say(language, "请求太大", "The request is too large"),
        Say(language, $"{what}太大；最多 {limit}", $"too large: {what}; at most {limit}"),
        json => json.WriteNumber("limit", limit));

    public static ProblemException MediaType(string language, string? found, string expected) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "media-type",
        Say(language, "正文的类型不能用", "The body is of a type that cannot be used"),
        Say(language, $"Content-Type 是“{found}”；应为 {expected}", $"Content-Type is '{found}'; {expected} is expected"));

    public static ProblemException ContentCoding(string language, string found, string expected) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "media-type",
        Say(language, "正文的类型不能用", "The body is of a type that cannot be used"),
        Say(language, $"Content-Encoding 是“{found}”；应为 {expected}", $"Content-Encoding is '{found}'; {expected} is expected"),
        // RFC 7694: tells clients what they may send
        header: (Microsoft.Net.Http.Headers.HeaderNames.AcceptEncoding, expected));

    public static ProblemException NotGzip(string language) => new(
        StatusCodes.Status400BadRequest,
        "http",
        Say(language, "HTTP 请求不能用", "The HTTP request cannot be used"),
        Say(language, "Content-Encoding 是 gzip，但正文不是 gzip", "Content-Encoding is gzip, but the body is none"));

    public static ProblemException TooManyIssues(string language, int limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        Say(language, "请求太大", "The request is too large"),
        Say(language, $"数据中的问题超过 {limit} 个", $"more than {limit} things are odd in the facts"),
        json => json.WriteNumber("limit", limit));

    /// <param name="needed">Bytes of memory.</param>
    /// <param name="limit">Bytes of memory too.</param>
    public static ProblemException TakesTooMuch(string language, long needed, long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        Say(language, "请求太大", "The request is too large"),
        Say(
            language,
            $"处理这个请求可能要用 {needed} 字节内存；一个请求最多 {limit}。请分几次发送，或逐行发送",
            $"working on the request may take {needed} bytes of memory; one request may take {limit}. Send it in parts, "
                + "or as a stream of lines"),
        json => json.WriteNumber("limit", limit));

    public static ProblemException Busy(string language) => new(
        StatusCodes.Status503ServiceUnavailable,
        "busy",
        Say(language, "服务器正忙", "The server is busy"),
        Say(language, "其他请求占用了可用的内存；请稍后再试", "other requests take all of the memory there is for requests; try again later"),
        header: (Microsoft.Net.Http.Headers.HeaderNames.RetryAfter, RetryAfterSeconds));

    /// <param name="seen">What the caller may see; nothing else is named.</param>
    public static ProblemException NoRuleset(string language, string name, IReadOnlyList<Policy> seen)
    {
        var meant = ClosestName.Find(
            name, seen.Select(policy => policy.Id).Concat(seen.Select(policy => policy.Company).OfType<string>()).Distinct());
        return NotFound(
            language,
            meant is null ? Say(language, $"没有规则集或公司“{name}”", $"there is no ruleset and no company '{name}'")
                : Say(language, $"没有规则集或公司“{name}”；是不是“{meant}”？", $"there is no ruleset and no company '{name}'; did you mean '{meant}'?"),
            seen);
    }

    public static ProblemException NotInEffect(string language, string name, Period from, Period to, IReadOnlyList<Policy> seen) =>
        NotFound(
            language,
            Say(
                language,
                $"“{name}”没有在整个 {Range(from, to)} 内有效的规则集",
                $"no ruleset of '{name}' is in effect in the whole of {Range(from, to)}"),
            seen);

    public static ProblemException NoVersion(string language, string name, string version, IReadOnlyList<Policy> seen) =>
        NotFound(language, Say(language, $"“{name}”没有版本“{version}”", $"'{name}' has no version '{version}'"), seen);

    public static ProblemException Ambiguous(string language, string company, IReadOnlyList<Policy> candidates) => new(
        StatusCodes.Status409Conflict,
        "ambiguous",
        Say(language, "有多个规则集", "There are several rulesets"),
        Say(language, $"公司“{company}”有多个规则集；请用其中一个的 id", $"company '{company}' has several rulesets; ask for one of them by its id"),
        json => WriteRulesets(json, candidates));

    public static ProblemException SeveralVersions(string language, Period from, Period to, IReadOnlyList<Policy> versions) => new(
        StatusCodes.Status409Conflict,
        "several-versions",
        Say(language, "期间跨越多个版本", "The periods are of several versions"),
        Say(
            language,
            $"{Range(from, to)} 跨越多个版本；请按版本分别计算",
            $"{Range(from, to)} is of several versions; ask for the periods of each by themselves"),
        json => WriteRulesets(json, versions));

    public static ProblemException Unknown(string language, string property, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var meant = ClosestName.Find(name, names);
        var suggestion = meant is null ? "" : Say(language, $"；是不是“{meant}”？", $"; did you mean '{meant}'?");
        return new ProblemException(
            StatusCodes.Status422UnprocessableEntity,
            "unknown",
            Say(language, "请求中的名称不存在", "The request names what is not there"),
            Say(language, $"{property}：没有“{name}”{suggestion}", $"{property}: there is no '{name}'{suggestion}"),
            json =>
            {
                json.WriteStartArray("known");
                foreach (var one in names.Take(MostNamed))
                    json.WriteStringValue(one);
                json.WriteEndArray();
            });
    }

    public static ProblemException NoIncentives(string language, Policy policy) => new(
        StatusCodes.Status422UnprocessableEntity,
        "no-incentives",
        Say(language, "规则集没有奖金项", "The ruleset has no incentives"),
        Say(language, $"规则集 {policy.Id} 没有奖金项，没有工资单", $"ruleset {policy.Id} has no incentives, and so no statements"));

    public static ProblemException NotStreamable(string language, Policy policy) => new(
        StatusCodes.Status422UnprocessableEntity,
        "not-streamable",
        Say(language, "规则集不能逐行计算", "The ruleset cannot be evaluated line by line"),
        Say(
            language,
            $"规则集 {policy.Id} 的结果取决于其他对象（within、everyone、reports、share、rank 或奖金池）；请把所有对象放在一个请求里计算",
            $"results of ruleset {policy.Id} depend on other subjects (within, everyone, reports, share, rank or a pool); "
                + "evaluate them all in one request"));

    public static ProblemException TooSlow(string language, double seconds) => new(
        StatusCodes.Status504GatewayTimeout,
        "too-slow",
        Say(language, "请求用时过长", "The request took too long"),
        Say(language, $"请求超过了 {seconds} 秒的时限", $"the request took more than {seconds} s"));

    private static ProblemException NotFound(string language, string detail, IReadOnlyList<Policy> seen) => new(
        StatusCodes.Status404NotFound,
        "no-ruleset",
        Say(language, "没有这个规则集", "There is no such ruleset"),
        detail,
        json => WriteRulesets(json, seen));

    private static void WriteRulesets(Utf8JsonWriter json, IReadOnlyList<Policy> policies)
    {
        json.WriteStartArray("rulesets");
        foreach (var policy in policies.Take(MostNamed))
            RulesetJson.WriteKey(json, policy);
        json.WriteEndArray();
    }

    private static string Range(Period from, Period to) => from == to ? $"{from}" : $"{from}..{to}";

    private static string Say(string language, string chinese, string english) => Messages.IsChinese(language) ? chinese : english;
}
