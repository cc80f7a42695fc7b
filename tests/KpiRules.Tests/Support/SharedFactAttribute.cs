// Marks tests that need the given data beside the checkout; where it is absent they say that they are skipped.
using System.IO;
using Xunit;

namespace KpiRules.Tests.Support;

internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (!File.Exists(Path.Combine(Repository.Shared, path)))
            Skip = $"needs ../shared/{path}";
    }
}
