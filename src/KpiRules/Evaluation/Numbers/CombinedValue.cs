// Takes values one after another in time, gives what they are together.
using KpiRules.Facts;

namespace KpiRules.Evaluation.Numbers;

internal struct CombinedValue(Combine combine)
{
    private decimal _value;
    private int _count;

    public readonly int Count => _count;

    /// <exception cref="System.OverflowException">The result is beyond a decimal.</exception>
    public readonly decimal Value => combine == Combine.Average ? _value / _count : _value;

    /// <exception cref="System.OverflowException">The sum is beyond a decimal.</exception>
    public void Add(decimal value)
    {
        _value = _count++ == 0 ? value : combine switch
        {
            Combine.Sum or Combine.Average => _value + value,
            Combine.Min => System.Math.Min(_value, value),
            Combine.Max => System.Math.Max(_value, value),
            Combine.Last => value,
        };
    }
}
