using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>How bodies may be written and packed, and how they may arrive.</summary>
public sealed class BodyTests
{
    private const string Address = "/kpi/rulesets/store/evaluate";
    private const string Good =
        """{ "period": "2026-03", "facts": [ { "subject": "ann", "period": "2026-03", "sales": 8, "cost": 2 } ] }""";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("application/vnd.acme+json")]
    public async Task Utf8_IsRead(string type) =>
        (await PostAsync(Encoding.UTF8.GetBytes(Good), type)).Status.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/json; charset=GBK")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task OtherCharacters_Are415(string type)
    {
        var (status, answer, _) = await PostAsync(Encoding.Unicode.GetBytes(Good), type);
        status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        answer.Should().Contain("urn:kpirules:problem:media-type").And.Contain("charset=utf-8");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    public async Task Gzip_IsUnpacked(string coding)
    {
        var (status, answer, _) = await PostAsync(Packed(Encoding.UTF8.GetBytes(Good)), coding: coding);
        status.Should().Be(HttpStatusCode.OK, answer);
        answer.Should().Contain("\"margin\":0.75");
    }

    [Fact]
    public async Task GzipThatIsGreaterThanTheLimitOnceUnpacked_Is413()
    {
        var packed = Packed(new byte[8 * 1024 * 1024]);
        packed.Length.Should().BeLessThan(16 * 1024);
        var (status, answer, _) = await PostAsync(packed, coding: "gzip");
        status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        answer.Should().Contain("urn:kpirules:problem:too-large");
    }

    [Fact]
    public async Task GzipThatIsNone_Is400()
    {
        (await PostAsync(Packed(Encoding.UTF8.GetBytes(Good))[..^12], coding: "gzip")).Status.Should().Be(HttpStatusCode.BadRequest);
        var (status, answer, _) = await PostAsync(Encoding.UTF8.GetBytes(Good), coding: "gzip");
        status.Should().Be(HttpStatusCode.BadRequest);
        answer.Should().Contain("urn:kpirules:problem:http").And.Contain("gzip");
    }

    [Theory]
    [InlineData("br", Address, "application/json", "gzip")]
    [InlineData("gzip, gzip", Address, "application/json", "gzip")]
    [InlineData("gzip", Address + "/stream?period=2026-03", "application/x-ndjson", "identity")]
    public async Task OtherCodings_Are415AndSayWhatMayBeSent(string coding, string address, string type, string expected)
    {
        var (status, answer, acceptEncoding) = await PostAsync(Encoding.UTF8.GetBytes(Good), type, coding, address);
        status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        answer.Should().Contain("urn:kpirules:problem:media-type").And.Contain("Content-Encoding");
        acceptEncoding.Should().Be(expected);
    }

    /// <summary>
    /// A caller who announces a body and does not send it: told of it, cut off, and nothing of it an error of the host's.
    /// </summary>
    [Theory]
    [InlineData("Content-Length: 4000000\r\n\r\n{ \"period\"")]
    [InlineData("Content-Length: 4000000\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\r\n{ \r\n")]
    public async Task ABodyThatDoesNotArrive_Is504AndLogsNoError(string rest)
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => options.TimeLimit = TimeSpan.FromMilliseconds(300));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}"));
        var answer = await ReadToTheEndAsync(stream).WaitAsync(Patience);
        answer.Should().StartWith("HTTP/1.1 504").And.Contain("Connection: close").And.Contain("urn:kpirules:problem:too-slow");
        server.Log.Of(3002).Should().ContainSingle();
        await server.StopAsync();
        server.Log.From(LogLevel.Error).Should().BeEmpty();
    }

    /// <summary>
    /// Until the connection is closed, be it by a reset: the server waits a while for the rest of the body, and then no longer.
    /// </summary>
    private static async Task<string> ReadToTheEndAsync(Stream stream)
    {
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
        }
        catch (IOException fault) when (fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static async Task<(HttpStatusCode Status, string Answer, string? AcceptEncoding)> PostAsync(
        byte[] body, string type = "application/json", string? coding = null, string address = Address)
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (coding is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var response = await server.Client.SendAsync(request);
        return (
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.NonValidated.FirstOrDefault(header => header.Key == "Accept-Encoding").Value.ToString());
    }
}
