// Reads the body of a request, up to a limit, and takes what working on it needs; gives both back once the request is answered.
using System;
using System.Buffers;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.AspNetCore.Requests;

internal sealed class RequestBody : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly ArrivedBytes _arrived;

    private RequestBody(ArrivedBytes arrived, MemoryShare share) => (_arrived, Share) = (arrived, share);

    /// <summary>What the request has taken for being worked on.</summary>
    public MemoryShare Share { get; }

    /// <param name="costOf">What it will take to work on it.</param>
    /// <exception cref="ProblemException">It is too large, of a coding that cannot be read, or there is no room for it.</exception>
    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    public static async Task<RequestBody> ReadAsync(KpiRequest request, Func<ReadOnlySequence<byte>, long> costOf)
    {
        var isGzip = MediaTypes.IsGzip(request.Http.Request, request.Language);
        // what a client announces is believed where it is too much, and not where it is little
        if (request.Http.Request.ContentLength > request.Options.MaxBodySize)
            throw Problem.TooLarge(request.Language, "body", request.Options.MaxBodySize);
        var arrived = new ArrivedBytes(request.Memory.Arriving);
        try
        {
            await ReceiveAsync(request, arrived).ConfigureAwait(false);
            if (isGzip)
                arrived = Unpacked(request, arrived);
            return new RequestBody(arrived, await TakeAsync(request, costOf(arrived.Bytes)).ConfigureAwait(false));
        }
        catch
        {
            arrived.Dispose();
            throw;
        }
    }

    /// <summary>The text; from then on the bytes are no longer there. Where they are no UTF-8, a diagnostic says so.</summary>
    public SourceText Decode(string name, DiagnosticBag diagnostics)
    {
        try
        {
            return new SourceText(name, Utf8.GetString(_arrived.Bytes));
        }
        catch (DecoderFallbackException)
        {
            return RulesetFile.Decode(name, _arrived.Bytes.ToArray(), diagnostics);
        }
        finally
        {
            _arrived.Dispose();
        }
    }

    public void Dispose()
    {
        _arrived.Dispose();
        Share.Dispose();
    }

    private static async Task ReceiveAsync(KpiRequest request, ArrivedBytes arrived)
    {
        var pipe = request.Http.Request.BodyReader;
        while (true)
        {
            var read = await BodyPipe.ReadAsync(pipe, request.Cancellation).ConfigureAwait(false);
            try
            {
                foreach (var piece in read.Buffer)
                    Add(request, arrived, piece.Span);
            }
            finally
            {
                pipe.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted)
                return;
        }
    }

    private static ArrivedBytes Unpacked(KpiRequest request, ArrivedBytes packed)
    {
        var plain = new ArrivedBytes(request.Memory.Arriving);
        try
        {
            using var bytes = new MemoryStream(packed.Bytes.ToArray(), writable: false);
            using var gzip = new GZipStream(bytes, CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            while (gzip.Read(buffer) is > 0 and var read)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                Add(request, plain, buffer.AsSpan(0, read));
            }

            packed.Dispose();
            return plain;
        }
        catch (InvalidDataException)
        {
            plain.Dispose();
            throw Problem.NotGzip(request.Language);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    private static void Add(KpiRequest request, ArrivedBytes arrived, ReadOnlySpan<byte> bytes)
    {
        var limit = request.Options.MaxBodySize;
        if (arrived.Length + bytes.Length > limit)
            throw Problem.TooLarge(request.Language, "body", limit);
        if (!arrived.TryAdd(bytes))
            throw Problem.Busy(request.Language);
    }

    private static async Task<MemoryShare> TakeAsync(KpiRequest request, long cost)
    {
        if (cost > request.Memory.MostForOne)
            throw Problem.TakesTooMuch(request.Language, cost, request.Memory.MostForOne);
        try
        {
            return await request.Memory.TakeAsync(cost, request.Cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!request.Http.RequestAborted.IsCancellationRequested)
        {
            throw Problem.Busy(request.Language); // others had their turn all the time there was
        }
    }
}
