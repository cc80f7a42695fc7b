// Rulesets in a store of the host's own.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Source;
using Microsoft.Extensions.Primitives;

namespace KpiRules.Hosting.Sources;

internal sealed class StoreOrigin(IRulesetStore store) : RulesetOrigin(store.GetType().Name)
{
    public override async Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        var texts = listed.Select(text => (text.Name, Text: new SourceText(text.Name, text.Text))).ToList();
        if (texts.GroupBy(text => text.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"{Name} lists '{twice.Key}' twice.");
        var bases = new ListedBases(texts);
        return texts.Select(text => new ListedRuleset(text.Name, text.Text, [], bases.For, MayBeOther: false)).ToList();
    }

    public override IDisposable? Watch(Action changed, Action<Exception, TimeSpan> cannotWatch, TimeProvider time) =>
        store.Watch() is null ? null : ChangeToken.OnChange(() => store.Watch(), changed);
}
