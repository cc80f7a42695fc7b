// Takes a stream of bytes, gives its lines one by one, in constant memory.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Threading;
using KpiRules.AspNetCore.Memory;

namespace KpiRules.AspNetCore.Requests;

/// <param name="arriving">Where there must be room for a line of which the end has not arrived.</param>
internal sealed class LineReader(PipeReader reader, int longest, Lane arriving)
{
    private long _taken;

    /// <summary>Every line without its end; blank ones too.</summary>
    public async IAsyncEnumerable<Line> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 1; ;)
            {
                var read = await BodyPipe.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
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

                // what comes behind is part of a line that cannot be used: nobody knows where it ends
                if (rest.Length > longest || !TryKeep(rest.Length))
                {
                    yield return new Line(number, rest.Length > longest ? LineArrival.TooLong : LineArrival.NoRoom, [], true);
                    yield break;
                }

                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            arriving.Leave(_taken);
        }
    }

    private Line Cut(ReadOnlySequence<byte> bytes, int number) =>
        bytes.Length > longest ? new(number, LineArrival.TooLong, [], false) : new(number, LineArrival.Whole, bytes.ToArray(), false);

    private bool TryKeep(long bytes)
    {
        if (bytes > _taken && !arriving.TryTake(bytes - _taken))
            return false;
        if (bytes < _taken)
            arriving.Leave(_taken - bytes);
        _taken = bytes;
        return true;
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Bytes">Empty for a line that cannot be used.</param>
/// <param name="IsLastAtHand">Whether the next one has still to come.</param>
internal sealed record Line(int Number, LineArrival State, byte[] Bytes, bool IsLastAtHand)
{
    public bool IsBlank => Bytes.AsSpan().TrimEnd("\r\t "u8).IsEmpty;
}

/// <summary>Whether a line can be used, and why not.</summary>
internal enum LineArrival
{
    Whole,
    TooLong,

    /// <summary>There is no memory for what has arrived of it.</summary>
    NoRoom,
}
