// Rulesets that an IRulesetSource of the host's finds by ids which the host lists.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.Hosting.Sources;

internal sealed class NamedOrigin(IRulesetSource source, IReadOnlyList<string> ids) : RulesetOrigin(source.GetType().Name)
{
    public override Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedRuleset>>(ids.Select(List).ToList());

    private ListedRuleset List(string id) => source.Find(id) is { } text
        ? new ListedRuleset(id, new SourceText(text.Name, text.Text), [], _ => source, MayBeOther: false)
        : new ListedRuleset(
            id, null, [CatalogueFaults.Unreadable(id, $"{Name} has no ruleset of this id")], _ => source, MayBeOther: false);
}
