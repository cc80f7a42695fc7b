// Takes words of a line and what they are, gives them in colour where the terminal wants it.
using System;

namespace KpiRules.Cli;

/// <param name="IsOn">Whether there is colour at all.</param>
internal sealed record Paint(bool IsOn)
{
    private const string Red = "31", Green = "32", Yellow = "33";

    public static Paint None { get; } = new(false);

    /// <summary>No colour in files, pipes and terminals that say so: https://no-color.org.</summary>
    /// <param name="isRedirected">Whether what is written goes to no terminal.</param>
    /// <param name="variable">Gives a variable of the environment; null where it is not set.</param>
    public static Paint For(bool isRedirected, Func<string, string?> variable) => new(
        !isRedirected && string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb"
        // an old console of Windows prints the codes; the newer ones and those of others say who they are
        && (!OperatingSystem.IsWindows() || variable("WT_SESSION") is not null || variable("TERM") is not null));

    public string Error(string words) => In(Red, words);

    public string Warning(string words) => In(Yellow, words);

    public string Good(string words) => In(Green, words);

    private string In(string colour, string words) => IsOn ? $"\e[{colour}m{words}\e[0m" : words;
}
