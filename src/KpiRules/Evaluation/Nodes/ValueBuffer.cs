// Keeps numbers until they have all been seen; each thread uses its buffer again.
using System;

namespace KpiRules.Evaluation.Nodes;

internal sealed class ValueBuffer
{
    private const int MostKept = 65_536;

    [ThreadStatic]
    private static ValueBuffer? _spare;

    public decimal[] Values { get; private set; } = new decimal[16];

    public int Count { get; private set; }

    /// <summary>Nobody else has it until it is given back.</summary>
    public static ValueBuffer Take()
    {
        var buffer = _spare ?? new ValueBuffer();
        _spare = null;
        buffer.Count = 0;
        return buffer;
    }

    public void Add(decimal value)
    {
        if (Count == Values.Length)
        {
            var larger = new decimal[Count * 2];
            Array.Copy(Values, larger, Count);
            Values = larger;
        }

        Values[Count++] = value;
    }

    /// <summary>One that has grown large is not kept, so that a thread holds no memory it may not need again.</summary>
    public void GiveBack()
    {
        if (Values.Length <= MostKept)
            _spare = this;
    }
}
