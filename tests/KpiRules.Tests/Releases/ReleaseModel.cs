using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace KpiRules.Tests.Releases;

/// <summary>A part of a release: its share in thousandths, when it is asked for, and by which fact.</summary>
internal sealed record ModelPart(int Share, int After, int Until, string? When);

/// <summary>What a month says of somebody; null where there are no facts at all.</summary>
/// <param name="Plan">1 where the line applies.</param>
/// <param name="Open">1 where its gate is open.</param>
/// <param name="Ok">A condition without a default.</param>
/// <param name="Late">A condition with a default of 0, which stands in where there are other facts.</param>
/// <param name="Flag">An attribute, which holds until another is given.</param>
internal sealed record ModelMonth(decimal? Sales, int? Plan, int? Open, int? Ok, int? Late, bool? Flag);

/// <summary>What is expected of a month; null for not available.</summary>
internal sealed record ModelResult(decimal? Earned, decimal? Due, decimal? Deferred, decimal? Forfeited, bool IsHeld);

/// <summary>
/// Section 17 of the ruleset format, from its words: every part of everything that was ever earned is followed from month to month by
/// itself, and nothing is carried.
/// </summary>
/// <param name="First">The first month evaluated.</param>
/// <param name="Months">From the first of all; null for one without facts.</param>
internal sealed record ReleaseModel(IReadOnlyList<ModelPart> Parts, int Decimals, int First, IReadOnlyList<ModelMonth?> Months)
{
    private enum Fate
    {
        Waits,
        Due,
        Forfeited,
        Stuck,
    }

    public int LastUntil => Parts.Max(part => part.Until);

    /// <summary>Whether there is a result at all: there are facts, or something is deferred.</summary>
    public bool HasResult(int month) => Months[month] is not null
        || (month > First && Earned(First, month - 1).Any(one => FateAt(one.Earned, one.Part, month - 1).Fate is Fate.Waits or Fate.Stuck));

    public ModelResult In(int month)
    {
        decimal? due = 0, deferred = 0, forfeited = 0;
        foreach (var (earned, part, amount) in Earned(First, month))
        {
            var (fate, when) = FateAt(earned, part, month);
            if (fate == Fate.Due && when == month)
                due += amount;
            else if (fate == Fate.Forfeited && when == month)
                forfeited += amount;
            else if (fate == Fate.Waits)
                deferred += amount;
            else if (fate == Fate.Stuck)
                (due, deferred) = (null, null);
        }

        // facts before the first month evaluated, and nobody says what they left; it is forfeited only where a condition does not hold
        var begins = Months.TakeWhile(one => one is null).Count();
        if (begins < First && month - (First - 1) <= LastUntil)
            (due, deferred, forfeited) = (null, null, Parts.Any(part => Holds(part, month) == false) ? null : forfeited);
        var line = LineOf(month);
        return new ModelResult(line.Exists == false ? null : line.Amount, due, deferred, forfeited, line.IsHeld || due is null);
    }

    /// <summary>Every part of a month's amount that is not 0; null where the line is held.</summary>
    public IEnumerable<(int Earned, ModelPart Part, decimal? Amount)> Earned(int from, int to)
    {
        for (var month = from; month <= to; month++)
        {
            var line = LineOf(month);
            if (line.Exists == false)
                continue;
            var amounts = line.Amount is { } amount ? Divided(amount) : null;
            for (var i = 0; i < Parts.Count; i++)
            {
                if (amounts?[i] != 0)
                    yield return (month, Parts[i], amounts?[i]);
            }
        }
    }

    public bool? Holds(ModelPart part, int month)
    {
        var facts = Months[month];
        return part.When switch
        {
            null => true,
            "ok" => facts?.Ok is { } ok ? ok == 1 : null,
            "late" => facts is null ? null : (facts.Late ?? 0) == 0,
            _ => Enumerable.Range(0, month + 1).Reverse().Select(i => Months[i]?.Flag).FirstOrDefault(flag => flag is not null),
        };
    }

    private (Fate Fate, int When) FateAt(int earned, ModelPart part, int month)
    {
        for (var asked = earned + part.After; asked <= Math.Min(month, earned + part.Until); asked++)
        {
            var holds = Holds(part, asked);
            if (holds == true)
                return (Fate.Due, asked);
            if (asked == earned + part.Until)
                return (holds == false ? Fate.Forfeited : Fate.Stuck, asked);
        }

        return (Fate.Waits, -1);
    }

    private (bool? Exists, decimal? Amount, bool IsHeld) LineOf(int month)
    {
        if (Months[month] is not { } facts)
            return (false, null, false);
        bool? exists = facts.Plan is { } plan ? plan == 1 : null;
        if (exists == false)
            return (false, null, false);
        var amount = exists is null || facts.Open is null ? null : facts.Open == 1 ? facts.Sales : 0;
        return (exists, amount, amount is null);
    }

    /// <summary>In whole units: what is left goes to the largest remainders, those alike to the earlier part.</summary>
    private decimal[] Divided(decimal amount)
    {
        var scale = (decimal)Math.Pow(10, Decimals);
        var size = (BigInteger)Math.Abs(amount * scale);
        var parts = Parts.Select(part => size * part.Share / 1000).ToArray();
        var left = (int)(size - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part));
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => size * Parts[i].Share % 1000).ThenBy(i => i).Take(left))
            parts[i]++;
        return parts.Select(part => Math.Sign(amount) * (decimal)part / scale).ToArray();
    }
}
