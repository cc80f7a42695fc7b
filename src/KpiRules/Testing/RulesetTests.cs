// Takes a policy, gives the tests its ruleset carries, and what comes of them.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace KpiRules.Testing;

/// <summary>
/// The tests that a ruleset carries ("Tests that a ruleset carries" in docs/format.md). Safe to use from several threads.
/// </summary>
public static class RulesetTests
{
    /// <summary>The tests of the policy's ruleset, in its order; not those of rulesets it extends. None is run yet.</summary>
    public static IReadOnlyList<RulesetTest> Of(Policy policy)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        return policy.Tests.Select(test => new RulesetTest(policy, test)).ToArray();
    }

    /// <summary>Runs every test of the policy's ruleset, in order. A failure is a result, never an exception.</summary>
    /// <param name="cancellationToken">Asked before each test, and in it before each fact and each result is worked out.</param>
    /// <exception cref="OperationCanceledException">The tests were given up.</exception>
    public static IReadOnlyList<RulesetTestResult> Run(Policy policy, CancellationToken cancellationToken = default) =>
        Of(policy).Select(test => test.Run(cancellationToken)).ToArray();
}
