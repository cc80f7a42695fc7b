using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>A row of requests.txt is a test: a request, and under Golden/ all of its answer.</summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "KpiRules.AspNetCore.Tests");

    public static TheoryData<string, string> Requests
    {
        get
        {
            var requests = new TheoryData<string, string>();
            foreach (var line in File.ReadAllLines(Path.Combine(Folder, "requests.txt"))
                .Where(line => line.Length > 0 && !line.StartsWith('#')))
                requests.Add(line.Split(": ")[0], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            return requests;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task AnswersWhatIsApproved(string name, string words)
    {
        await using var server = await KpiServer.StartAsync(
            Directory.GetFiles(Path.Combine(Folder, "Rulesets")).Order(StringComparer.Ordinal).Select(Policy.Load).ToArray());
        using var response = await server.Client.SendAsync(RequestOf(words));
        var answer = await response.Content.ReadAsStringAsync();
        var text = $"$ {words}\n{(int)response.StatusCode} {response.Content.Headers.ContentType} "
            + $"{response.Content.Headers.ContentLanguage.Single()}\n{Pretty.Json(answer)}\n";
        text.Should().NotContain("   at ", "a stack trace helps no client");
        Golden.Matches(text, "tests", "KpiRules.AspNetCore.Tests", "Golden", name + ".txt");
    }

    private static HttpRequestMessage RequestOf(string words)
    {
        var parts = words.Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (parts.FirstOrDefault(part => part.StartsWith('@')) is { } file)
        {
            var type = parts[1].Contains("stream") ? "application/x-ndjson" : "application/json";
            request.Content = new StringContent(File.ReadAllText(Path.Combine(Folder, "Bodies", file[1..])), Encoding.UTF8, type);
        }

        if (parts.Length > 2 && !parts[^1].StartsWith('@'))
            request.Headers.Add("Accept-Language", parts[^1]);
        return request;
    }
}
