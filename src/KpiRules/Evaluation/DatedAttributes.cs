// The attributes that count as of a day, as one evaluation sees them; what is wrong with one is reported once.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class DatedAttributes(FactHistory history, List<DataIssue> issues)
{
    private readonly Dictionary<FactDefinition, DatedAttribute> _attributes = [];

    public DatedAttribute Of(FactDefinition fact)
    {
        if (!_attributes.TryGetValue(fact, out var attribute))
            _attributes.Add(fact, attribute = new DatedAttribute(fact, history, issues));
        return attribute;
    }
}
