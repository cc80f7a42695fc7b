// Puts things behind what they depend on; a stack of its own, for a chain of dependencies may be as long as a policy.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cells;

internal sealed class DependencyOrder<T>(Func<T, IReadOnlyList<string>> dependencies, Func<string, T?> find, Action<IReadOnlyList<T>> onCycle)
    where T : class
{
    private readonly List<T> _ordered = [];
    private readonly HashSet<T> _done = [];

    /// <summary>All of them, each behind those it depends on where no cycle is in the way.</summary>
    /// <remarks>A cycle is told of by its members, each depending on the next and the last on the first.</remarks>
    public IReadOnlyList<T> Sort(IEnumerable<T> all)
    {
        foreach (var item in all)
            Visit(item);
        return _ordered;
    }

    private void Visit(T start)
    {
        if (_done.Contains(start))
            return;
        var path = new List<(T Item, IReadOnlyList<string> Needed, int Next)> { (start, dependencies(start), 0) };
        var onPath = new HashSet<T> { start };
        while (path.Count > 0)
        {
            var (item, needs, next) = path[path.Count - 1];
            if (next == needs.Count)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(item);
                _done.Add(item);
                _ordered.Add(item);
                continue;
            }

            path[path.Count - 1] = (item, needs, next + 1);
            if (find(needs[next]) is not { } needed || _done.Contains(needed))
                continue;
            if (onPath.Add(needed))
                path.Add((needed, dependencies(needed), 0));
            else
                onCycle(path.Select(step => step.Item).SkipWhile(step => step != needed).ToList());
        }
    }
}
