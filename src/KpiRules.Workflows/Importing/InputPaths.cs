// Every path into the inputs that a file uses, each once, without regard to case.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed class InputPaths
{
    private readonly Dictionary<string, InputPath> _byKey = [];

    public FactNode Use(Origin origin, string root, IReadOnlyList<string> members)
    {
        var path = new InputPath(root, members, origin);
        if (_byKey.TryGetValue(path.Key, out var known))
            return new FactNode(origin, known);
        _byKey.Add(path.Key, path);
        return new FactNode(origin, path);
    }
}
