// A store that lives in memory: tests put texts into it, and say when it has changed.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Hosting.Sources;
using KpiRules.Rulesets;
using Microsoft.Extensions.Primitives;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class MemoryStore : IRulesetStore
{
    private CancellationTokenSource _changed = new();

    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What the store throws; null when it works.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What a reading waits for after it has seen the texts.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Readings { get; private set; }

    public string this[string name]
    {
        set => Texts[name] = value;
    }

    public async Task<IReadOnlyList<RulesetText>> ListAsync(CancellationToken cancellationToken)
    {
        Readings++;
        if (Fault is not null)
            throw Fault;
        var texts = Texts.Select(text => new RulesetText(text.Key, text.Value)).ToList();
        await Gate.ConfigureAwait(false);
        return texts;
    }

    public IChangeToken Watch() => new CancellationChangeToken(_changed.Token);

    public void TellChange() => Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();
}
