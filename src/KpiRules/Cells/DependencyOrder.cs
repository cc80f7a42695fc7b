// Puts things behind what they depend on; a stack of its own, for a chain of dependencies may be as long as a policy.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cells;

/// <param name="onCycle">Told of a cycle by its members, each depending on the next and the last on the first.</param>
/// <remarks>
/// Linear even where everything depends on everything that led to it: such cycles share members, and one that shares any with
/// a cycle already told of is not told again, unless it is of one member alone.
/// </remarks>
internal sealed class DependencyOrder<T>(
    Func<T, IReadOnlyList<string>> dependencies, Func<string, T?> find, Action<IReadOnlyList<T>> onCycle)
    where T : class
{
    private readonly List<T> _ordered = [];
    private readonly HashSet<T> _done = [];
    private readonly List<Step> _path = [];
    private readonly Dictionary<T, int> _depths = [];

    /// <summary>The steps of the path that are members of a cycle already told of, the last on top.</summary>
    private readonly Stack<int> _told = new();

    /// <summary>All that was found to depend on itself.</summary>
    public HashSet<T> InCycle { get; } = [];

    /// <summary>All of them, each behind those it depends on where no cycle is in the way.</summary>
    public IReadOnlyList<T> Sort(IEnumerable<T> all)
    {
        foreach (var item in all.Where(item => !_done.Contains(item)))
            Visit(item);
        return _ordered;
    }

    private void Visit(T start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var step = _path[_path.Count - 1];
            if (step.Next == step.Needed.Count)
                Leave(step);
            else if (find(step.Needed[step.Next++]) is { } needed && !_done.Contains(needed))
                Follow(step, needed);
        }
    }

    private void Follow(Step step, T needed)
    {
        if (!_depths.TryGetValue(needed, out var depth))
        {
            Enter(needed);
            return;
        }

        step.Reaches = Math.Min(step.Reaches, depth);
        var isAlone = depth == _path.Count - 1;
        if (!isAlone && _told.Count > 0 && _told.Peek() >= depth)
            return;
        onCycle(_path.Skip(depth).Select(member => member.Item).ToList());
        for (var told = depth; told < _path.Count && !isAlone; told++)
            _told.Push(told);
    }

    private void Enter(T item)
    {
        _depths.Add(item, _path.Count);
        _path.Add(new Step(item, dependencies(item)));
    }

    private void Leave(Step step)
    {
        var depth = _path.Count - 1;
        _path.RemoveAt(depth);
        _depths.Remove(step.Item);
        _done.Add(step.Item);
        _ordered.Add(step.Item);
        if (step.Reaches <= depth)
            InCycle.Add(step.Item);
        if (depth > 0)
            _path[depth - 1].Reaches = Math.Min(_path[depth - 1].Reaches, step.Reaches);
        if (_told.Count > 0 && _told.Peek() == depth)
            _told.Pop();
    }

    private sealed class Step(T item, IReadOnlyList<string> needed)
    {
        public T Item { get; } = item;

        public IReadOnlyList<string> Needed { get; } = needed;

        /// <summary>Which of them is looked at next.</summary>
        public int Next { get; set; }

        /// <summary>The first step of the path that it, or what it needs, leads back to.</summary>
        public int Reaches { get; set; } = int.MaxValue;
    }
}
