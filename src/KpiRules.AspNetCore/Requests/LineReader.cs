// Takes a stream of bytes, gives its lines one by one, in constant memory.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Threading;

namespace KpiRules.AspNetCore.Requests;

internal sealed class LineReader(PipeReader reader, int longest)
{
    /// <summary>Every line without its end; blank ones too.</summary>
    public async IAsyncEnumerable<Line> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; ;)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = Cut(rest.Slice(0, end), number++);
                rest = rest.Slice(rest.GetPosition(1, end));
                yield return line with { IsLastAtHand = rest.PositionOf((byte)'\n') is null };
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                    yield return Cut(rest, number) with { IsLastAtHand = true };
                reader.AdvanceTo(rest.End);
                yield break;
            }

            if (rest.Length > longest)
            {
                // what comes behind is part of a line that cannot be used: nobody knows where it ends
                yield return new Line(number, null, true);
                yield break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private Line Cut(ReadOnlySequence<byte> bytes, int number) => new(number, bytes.Length > longest ? null : bytes.ToArray(), false);
}

/// <param name="Number">From 1.</param>
/// <param name="Bytes">Null for a line that is too long.</param>
/// <param name="IsLastAtHand">Whether the next one has still to come.</param>
internal sealed record Line(int Number, byte[]? Bytes, bool IsLastAtHand)
{
    public bool IsBlank => Bytes is { } bytes && bytes.AsSpan().TrimEnd("\r\t "u8).IsEmpty;
}
