// Rulesets among the resources of an assembly.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.Hosting.Sources;

internal sealed class EmbeddedOrigin(Assembly assembly, string prefix) : RulesetOrigin($"{assembly.GetName().Name}:{prefix}")
{
    public static IEnumerable<string> Names(Assembly assembly, string prefix) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        .OrderBy(name => name, StringComparer.Ordinal);

    public override Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellationToken)
    {
        var read = Names(assembly, prefix).Select(Read).ToList();
        var bases = new ListedBases(read.Select(one => (one.Text.Name.Substring(prefix.Length).TrimStart('.'), one.Text)).ToList());
        return Task.FromResult<IReadOnlyList<ListedRuleset>>(read.Select(one =>
            new ListedRuleset(one.Text.Name, one.Text, one.Faults, bases.For, MayBeOther: true)).ToList());
    }

    private (SourceText Text, IReadOnlyList<Diagnostic> Faults) Read(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var diagnostics = new DiagnosticBag();
        return (RulesetFile.Decode(name, bytes.ToArray(), diagnostics), diagnostics.Sorted());
    }
}
