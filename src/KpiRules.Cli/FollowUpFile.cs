// The file in which the state of warnings is kept from run to run; from its reading to its writing other runs wait.
using System;
using System.Collections.Generic;
using System.IO;
using KpiRules.Facts;
using KpiRules.Files;
using KpiRules.FollowingUp;
using KpiRules.Results;

namespace KpiRules.Cli;

internal sealed class FollowUpFile : IDisposable
{
    /// <summary>How long another run may take with the file.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly LockedFile _locked;
    private readonly string _file;
    private readonly string _language;

    private FollowUpFile(LockedFile locked, string file, string language) => (_locked, _file, _language) = (locked, file, language);

    /// <exception cref="UsageException">The file cannot be locked, or another run takes too long with it.</exception>
    public static FollowUpFile Open(ToolConsole console, string file, string language)
    {
        try
        {
            return new(LockedFile.Open(file, LongestWait, console.Reached), file, language);
        }
        catch (TimeoutException fault)
        {
            throw new UsageException(ToolText.IsHeld(language, file, LongestWait, fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(ToolText.CannotBeWritten(language, "--follow", file, fault.Message));
        }
    }

    /// <summary>The state behind the last evaluation, and what each changes, by period; nothing is written.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is of another ruleset.</exception>
    public WarningFollowUp Update(IReadOnlyList<PeriodEvaluation> evaluations, Dictionary<Period, WarningChanges> changes)
    {
        var followUp = Read() ?? new WarningFollowUp(evaluations[0].RulesetId);
        foreach (var evaluation in evaluations)
        {
            if (followUp.RulesetId != evaluation.RulesetId)
                throw new UsageException(ToolText.FollowsAnother(_language, _file, followUp.RulesetId, evaluation.RulesetId));
            if (followUp.Period is { } last && (last.Kind != evaluation.Period.Kind || last.IsFiscal != evaluation.Period.IsFiscal))
                throw new UsageException(ToolText.FollowsOtherPeriods(_language, _file, last, evaluation.Period));
            changes.Add(evaluation.Period, followUp.Update(evaluation));
            followUp = changes[evaluation.Period].FollowUp;
        }

        return followUp;
    }

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds no state of warnings.</exception>
    public WarningFollowUp? Read()
    {
        try
        {
            return _locked.Read() is { } text ? WarningFollowUp.FromJson(text) : null;
        }
        catch (FormatException fault)
        {
            throw new UsageException(ToolText.CannotBeRead(_language, _file, fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(_file, fault, _language);
        }
    }

    /// <exception cref="UsageException">The file cannot be written; what it held stays.</exception>
    public void Write(WarningFollowUp followUp)
    {
        try
        {
            _locked.Write(followUp.ToJson() + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(ToolText.CannotBeWritten(_language, "--follow", _file, fault.Message));
        }
    }

    public void Dispose() => _locked.Dispose();
}
