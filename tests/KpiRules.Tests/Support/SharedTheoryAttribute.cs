// Marks tests with rows of data that need the given data beside the checkout, as SharedFactAttribute does.
using System.IO;
using Xunit;

namespace KpiRules.Tests.Support;

internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string path)
    {
        if (!File.Exists(Path.Combine(Repository.Shared, path)))
            Skip = $"needs ../shared/{path}";
    }
}
