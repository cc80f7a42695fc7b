// The file in which the state of warnings is kept from run to run.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class FollowUpFile
{
    /// <summary>The state behind the last evaluation, and what each changes, by period; nothing is written.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is of another ruleset.</exception>
    public static WarningFollowUp Update(string file, IReadOnlyList<PeriodEvaluation> evaluations, Dictionary<Period, WarningChanges> changes, string language)
    {
        var followUp = File.Exists(file) ? Read(file, language) : new WarningFollowUp(evaluations[0].RulesetId);
        foreach (var evaluation in evaluations)
        {
            if (followUp.RulesetId != evaluation.RulesetId)
                throw new UsageException(ToolText.FollowsAnother(language, file, followUp.RulesetId, evaluation.RulesetId));
            if (followUp.Period is { } last && (last.Kind != evaluation.Period.Kind || last.IsFiscal != evaluation.Period.IsFiscal))
                throw new UsageException(ToolText.FollowsOtherPeriods(language, file, last, evaluation.Period));
            changes.Add(evaluation.Period, followUp.Update(evaluation));
            followUp = changes[evaluation.Period].FollowUp;
        }

        return followUp;
    }

    /// <exception cref="UsageException">The file cannot be read, or holds no state of warnings.</exception>
    public static WarningFollowUp Read(string file, string language)
    {
        try
        {
            return WarningFollowUp.FromJson(File.ReadAllText(file, Encoding.UTF8));
        }
        catch (FormatException fault)
        {
            throw new UsageException(ToolText.CannotBeRead(language, file, fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault, language);
        }
    }

    /// <summary>Written beside and moved into place, so that a run cut short leaves the last state.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string file, WarningFollowUp followUp, string language)
    {
        try
        {
            File.WriteAllText(file + ".new", followUp.ToJson() + "\n", new UTF8Encoding(false));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(ToolText.CannotBeWritten(language, "--follow", file, fault.Message));
        }
    }
}
