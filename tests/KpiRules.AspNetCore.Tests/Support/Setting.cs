// How much of a test is wanted: a number of the environment, else what is enough for every day.
using System;
using System.Globalization;

namespace KpiRules.AspNetCore.Tests.Support;

internal static class Setting
{
    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : otherwise;
}
