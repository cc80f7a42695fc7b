// Takes the bytes of a body, gives how much memory working on it may take: from what stands in it, not from its length alone.
using System;
using System.Buffers;

namespace KpiRules.AspNetCore.Memory;

/// <summary>
/// Two bytes of <c>0,</c> become a value of more than a hundred, two letters of a text become two characters: so what begins a value
/// is counted. Found by measuring bodies that take the most.
/// </summary>
internal static class BodyCost
{
    /// <summary>The text, twice the bytes, what is kept of them while it is made, and what is known of its lines.</summary>
    public const int PerByte = 6;

    /// <summary>A value with its place, its row of the facts, and what is said of it.</summary>
    public const int PerValue = 120;

    /// <summary>A formula of a ruleset takes more than its text: what it is read to, checked, bound and evaluated by.</summary>
    public const int PerByteOfRuleset = 60;

    /// <summary>What is worked out, and how it is written.</summary>
    public const int PerResult = 64;

    public static long OfFacts(ReadOnlySequence<byte> body) => (body.Length * PerByte) + (Values(body) * PerValue);

    public static long OfRuleset(ReadOnlySequence<byte> body) => OfFacts(body) + (body.Length * PerByteOfRuleset);

    /// <summary>Never fewer than there are; a comma in a text counts too, and the end of a line for a part of a value.</summary>
    private static long Values(ReadOnlySequence<byte> body)
    {
        var (values, lines) = (0L, 0L);
        foreach (var piece in body)
        {
            var bytes = piece.Span;
            values += bytes.Count((byte)',') + bytes.Count((byte)':') + bytes.Count((byte)'[') + bytes.Count((byte)'{');
            lines += bytes.Count((byte)'\n') + bytes.Count((byte)'\r');
        }

        return values + (lines / 4);
    }
}
