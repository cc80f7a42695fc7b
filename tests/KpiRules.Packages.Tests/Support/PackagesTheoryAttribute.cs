// Marks theories that pack, install or publish, as PackagesFactAttribute marks facts.
using Xunit;

namespace KpiRules.Packages.Tests.Support;

internal sealed class PackagesTheoryAttribute : TheoryAttribute
{
    public PackagesTheoryAttribute() => Skip = PackagesFactAttribute.WhyNot;
}
