// The attributes of metrics and traces; those of metrics have few values: no person, no period, no file.
using System.Diagnostics;

namespace KpiRules.Hosting.Observation;

internal static class Attributes
{
    public const string RulesetId = "kpirules.ruleset.id";
    public const string RulesetVersion = "kpirules.ruleset.version";
    public const string RulesetHash = "kpirules.ruleset.hash";
    public const string Company = "kpirules.company";
    public const string Period = "kpirules.period";
    public const string SubjectCount = "kpirules.subject.count";
    public const string ErrorType = "error.type";

    public static TagList Of(Policy policy)
    {
        var tags = new TagList { { RulesetId, policy.Id }, { RulesetVersion, policy.Version } };
        if (policy.Company is not null)
            tags.Add(Company, policy.Company);
        return tags;
    }
}
