// Marks tests of what a user may not do; where no such user can be had they say that they are skipped.
using Xunit;

namespace KpiRules.Tests.Support;

internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() => Skip = OwnProcess.NoUnprivileged;
}
