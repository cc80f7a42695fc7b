// Takes a result and a fact, gives the curve: evaluates at even steps, then halves each stretch in which another step is taken.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal sealed class CurveTracer
{
    /// <summary>How much of a change one half of a stretch must have for a jump to be looked for in it: of a line, each has half.</summary>
    private const decimal JumpShare = 0.8m;

    /// <summary>How many figures the range is divided into where its unit does not say how small an amount there is.</summary>
    private const decimal FinestShare = 1_000_000;

    private const decimal LeastSeen = 10_000;

    private readonly Policy _policy;
    private readonly CellDescription _result;
    private readonly FactDefinition _over;
    private readonly EvaluationRequest _request;
    private readonly Dataset _facts;
    private readonly string _subject;
    private readonly CurveOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Carried _carried = Carried.Nothing;
    private readonly SortedDictionary<decimal, Traced> _points = [];
    private readonly HashSet<decimal> _jumps = [];
    private readonly HashSet<decimal> _steps = [];
    private decimal _resolution;
    private decimal _leastJump;

    public CurveTracer(
        Policy policy, string result, string over, EvaluationRequest request, string subject, CurveOptions options,
        CancellationToken cancellationToken)
    {
        (_policy, _request, _subject, _options) = (policy, request, subject, options);
        _cancellationToken = cancellationToken;
        (_result, _over) = (KnownNames.ResultOf(policy, result), KnownNames.FactOf(policy, over));
        _facts = policy.LooksAtOthers.Count == 0 ? request.Facts.For(subject, request.To) : request.Facts;
        for (var one = request.From; one.CompareTo(request.To) < 0; one = one.Add(1))
            _carried = policy.Evaluate(_facts, one, request.AsOf, _carried, cancellationToken).Carried;
    }

    public Curve Trace(decimal from, decimal to)
    {
        _resolution = _options.Resolution ?? Resolution(from, to);
        for (var i = 0; i <= _options.Steps; i++)
            _steps.Add(At(Step(i, from, to)).At);
        foreach (var line in Lines().Where(line => line > from && line <= to).ToList())
            (_, _) = (At(line), At(Math.Max(from, line - _resolution)));
        foreach (var (left, right) in Pairs())
            FindEdges(left, right);
        _leastJump = LeastJump();
        foreach (var (left, right) in Pairs().Where(pair => pair.Left.Steps == pair.Right.Steps))
            FindJump(left, right);
        return new Curve(_result, _over, _subject, _request.To, Shown());
    }

    /// <summary>An even step; of counts and money, the nearest that there can be: nobody has half a deal.</summary>
    private decimal Step(int number, decimal from, decimal to)
    {
        var even = number == _options.Steps ? to : from + (to - from) * number / _options.Steps;
        if (_over.MeasuredIn != Unit.Count && _over.MeasuredIn != Unit.Money)
            return even;
        var nearest = Math.Round(even / _resolution, MidpointRounding.AwayFromZero) * _resolution;
        return number == 0 || number == _options.Steps || nearest < from || nearest > to ? even : nearest;
    }

    /// <summary>Steps of rounding are no jumps, nor is what nobody would see in a picture of the curve.</summary>
    private decimal LeastJump()
    {
        var values = _points.Values.Select(point => point.Value).OfType<decimal>().DefaultIfEmpty().ToList();
        var least = (values.Max() - values.Min()) / LeastSeen;
        return _result.Unit == Unit.Money.Text ? Math.Max(least, 2 * SmallestMoney) : least;
    }

    private decimal SmallestMoney => new(1, 0, 0, false, (byte)_policy.MoneyDecimals);

    /// <summary>What the fact is compared with, as far as it is known where the curve begins.</summary>
    private IEnumerable<decimal> Lines() => _points.Values.First().Evaluation is { } evaluation
        ? NumberLines.Of(evaluation, _over.Name, SubjectOrder.RowOf(evaluation.Subjects, _subject))
        : [];

    private List<(Traced Left, Traced Right)> Pairs()
    {
        var points = _points.Values.ToList();
        return points.Zip(points.Skip(1), (left, right) => (left, right)).ToList();
    }

    /// <summary>Goes on halving where another step is taken, until both sides of each edge are as near as they can be.</summary>
    private void FindEdges(Traced left, Traced right)
    {
        if (left.Steps == right.Steps || Between(left, right) is not { } middle)
            return;
        FindEdges(left, At(middle));
        FindEdges(At(middle), right);
    }

    /// <summary>Goes to where most of a change happens, as long as that is more than a line, or a gentle bend, would have there.</summary>
    private void FindJump(Traced left, Traced right)
    {
        while (left.Value is { } low && right.Value is { } high && Math.Abs(high - low) > _leastJump)
        {
            if (Between(left, right) is not { } place)
            {
                _jumps.Add(right.At);
                return;
            }

            var middle = At(place);
            FindEdges(left, middle);
            FindEdges(middle, right);
            if (middle.Value is not { } between || middle.Steps != left.Steps)
                return;
            var (first, second) = (Math.Abs(between - low), Math.Abs(high - between));
            if (Math.Max(first, second) < JumpShare * Math.Abs(high - low))
                return;
            (left, right) = first > second ? (left, middle) : (middle, right);
        }
    }

    /// <summary>A place on the grid about half-way; null where there is none between the two.</summary>
    private decimal? Between(Traced left, Traced right)
    {
        var middle = Math.Floor((left.At + (right.At - left.At) / 2) / _resolution) * _resolution;
        if (middle <= left.At)
            middle += _resolution;
        return middle > left.At && middle < right.At ? middle : null;
    }

    private Traced At(decimal place)
    {
        if (_points.TryGetValue(place, out var known))
            return known;
        var facts = _facts.With(_subject, _request.To, new Dictionary<string, FactValue> { [_over.Name] = place });
        var evaluation = _policy.Evaluate(facts, _request.To, _request.AsOf, _carried, _cancellationToken).Results;
        var subject = evaluation[_subject];
        var value = subject[_result.Name];
        var point = new Traced(
            place, value.Number, value.Cause, StepTaken.Of(subject.Explain(_result.Name)), _points.Count == 0 ? evaluation : null);
        _points.Add(place, point);
        return point;
    }

    private decimal Resolution(decimal from, decimal to)
    {
        if (_over.MeasuredIn == Unit.Count)
            return 1;
        if (_over.MeasuredIn == Unit.Money)
            return SmallestMoney;
        var (finest, resolution) = ((to - from) / FinestShare, 1m);
        while (resolution > finest && resolution > 0.000_000_000_000_000_1m)
            resolution /= 10;
        while (resolution * 10 <= finest)
            resolution *= 10;
        return resolution;
    }

    private IReadOnlyList<CurvePoint> Shown()
    {
        var points = _points.Values.ToList();
        var isEdge = points.Select((point, i) => i > 0 && (points[i - 1].Steps != point.Steps || _jumps.Contains(point.At))).ToList();
        return points
            .Select((point, i) => (Point: new CurvePoint(point.At, point.Value, point.Cause, isEdge[i]), IsKept: IsKept(i)))
            .Where(one => one.IsKept).Select(one => one.Point).ToList().AsReadOnly();

        // what was only looked at to find an edge is no point of the curve
        bool IsKept(int i) => (!_options.EdgesOnly && _steps.Contains(points[i].At))
            || i == 0 || i == points.Count - 1 || isEdge[i] || isEdge[i + 1];
    }

    /// <param name="Steps">The same wherever the same steps are taken.</param>
    /// <param name="Evaluation">Kept of the first point alone.</param>
    private sealed record Traced(decimal At, decimal? Value, Cause? Cause, string Steps, PeriodEvaluation? Evaluation);
}
