// The members of one group of a rating, in their places.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class RatedGroup
{
    private Blame _blame;
    private NotAvailable? _tooSmall;

    /// <summary>Who takes part, by row.</summary>
    public List<int> Members { get; } = [];

    /// <summary>Why there is no rating in the whole group; null where there is one.</summary>
    public NotAvailable? Cause => _blame.Cause;

    /// <summary>The last place of each grade.</summary>
    public int[] LastPlaces { get; private set; } = [];

    public void Blame(string subject, NotAvailable cause) => _blame.On(subject, cause);

    /// <summary>Gives each member its place, and each grade its places.</summary>
    public void Place(RatedSubject[] subjects, RatingRule rule, IComparer<int> order)
    {
        if (Cause is not null)
            return;
        var sorted = Members.ToArray();
        Array.Sort(sorted, order);
        for (var (first, next) = (0, 0); first < sorted.Length; first = next)
        {
            while (next < sorted.Length && order.Compare(sorted[first], sorted[next]) == 0)
                next++;
            for (var i = first; i < next; i++)
                subjects[sorted[i]].Take(first + 1, next);
        }

        LastPlaces = PlacesOf(rule.Shares, sorted.Length);
    }

    public bool IsSmall(RatingRule rule) => Members.Count < rule.Smallest;

    /// <summary>One cause for all of them.</summary>
    public NotAvailable TooSmall(string rating) =>
        _tooSmall ??= new(CauseKind.GroupTooSmall, rating, Members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The number of the grade, from 0.</summary>
    public int GradeOf(RatedSubject subject, RatingRule rule) => GradeAt(rule.TiedAsBest ? subject.First : subject.Last);

    public bool LiesAcrossABorder(RatedSubject subject) => GradeAt(subject.First) != GradeAt(subject.Last);

    private int GradeAt(int place) => Array.FindIndex(LastPlaces, last => place <= last);

    /// <summary>The places divided by largest remainder, remainders alike to the earlier grade.</summary>
    private static int[] PlacesOf(IReadOnlyList<decimal> shares, int members)
    {
        var last = new int[shares.Count];
        var before = 0;
        var places = Apportionment.Divide(members, shares, 1);
        for (var i = 0; i < last.Length; i++)
            last[i] = before += (int)places[i];
        return last;
    }
}

/// <summary>A subject in a rating: a member of a group, or why it is none.</summary>
internal sealed class RatedSubject
{
    private readonly NotAvailable? _cause;

    public RatedSubject(NotAvailable cause) => _cause = cause;

    public RatedSubject(RatedGroup group) => Group = group;

    /// <summary>Null for one who takes no part.</summary>
    public RatedGroup? Group { get; }

    /// <summary>Why it has no rating; null where it has one.</summary>
    public NotAvailable? Cause => _cause ?? Group!.Cause;

    /// <summary>The best place of those it is tied with; its own where it is with nobody.</summary>
    public int First { get; private set; }

    /// <summary>The worst place of those it is tied with.</summary>
    public int Last { get; private set; }

    public void Take(int first, int last) => (First, Last) = (first, last);
}
