// Runs every test under the culture that KPIRULES_TEST_CULTURE names, so that nothing depends on the machine's.
using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace KpiRules.Tests.Support;

internal static class TestCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable("KPIRULES_TEST_CULTURE") is not { Length: > 0 } name)
            return;
        var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
    }
}
