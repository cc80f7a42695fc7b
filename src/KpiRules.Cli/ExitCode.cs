// What the tool answers to the shell.
namespace KpiRules.Cli;

internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>A ruleset has errors, one of its tests fails, a plan is not available, or a file would be formatted.</summary>
    public const int RulesetFails = 1;

    /// <summary>The command is wrong: its words, or the files it names.</summary>
    public const int WrongUsage = 2;

    /// <summary>A warning is critical.</summary>
    public const int Critical = 3;

    /// <summary>With --strict: there is a data issue, a held line or a subject left out.</summary>
    public const int NotClean = 4;

    /// <summary>A fault of the tool itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Internal = 70;
}
