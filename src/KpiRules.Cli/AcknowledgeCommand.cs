// kpirules acknowledge: notes in the file of followed warnings that somebody has seen one, and what was done.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;

namespace KpiRules.Cli;

internal static class AcknowledgeCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The file that 'kpirules warnings --follow' keeps." };
        var subject = new Argument<string>("SUBJECT") { Description = "Whom the warning is about." };
        var warning = new Argument<string>("WARNING") { Description = "The warning's id." };
        var who = new Option<string>("--by") { Description = "Who has seen it.", Required = true };
        var what = new Option<string>("--done") { Description = "What was done about it.", Required = true };
        var when = new Option<string?>("--on") { Description = "When it was, such as 2026-03-04; without it, now." };
        var closes = new Option<bool>("--close")
        {
            Description = "Close it too, such as for somebody who has left; it opens again if it fires again."
        };
        var language = CommonOptions.Language();
        var command = new Command("acknowledge", "Note that somebody has seen a warning, and what was done about it.")
        {
            file, subject, warning, who, what, when, closes, language
        };
        command.SetAction(parsed => Acknowledge(
            console,
            parsed.GetValue(file)!,
            parsed.GetValue(subject)!,
            parsed.GetValue(warning)!,
            parsed.GetValue(who)!,
            parsed.GetValue(when),
            parsed.GetValue(what)!,
            parsed.GetValue(closes),
            parsed.GetValue(language) ?? CommonOptions.UnknownLanguage));
        return command;
    }

    private static int Acknowledge(
        ToolConsole console, string file, string subject, string warning, string who, string? written, string what, bool closes,
        string language)
    {
        if (who.Trim().Length == 0 || what.Trim().Length == 0)
            throw new UsageException(ToolText.NoteIsEmpty(language));
        var when = DateTimeOffset.UtcNow;
        if (written is not null
            && !DateTimeOffset.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out when))
            throw new UsageException(ToolText.BadDay(language, "--on", written));
        try
        {
            // where there is nothing to note anything in, no lock is left behind either
            if (!File.Exists(file))
                throw CommonOptions.Unreadable(file, new FileNotFoundException(), language);
            using var kept = FollowUpFile.Open(console, file, language);
            var followUp = kept.Read() ?? throw CommonOptions.Unreadable(file, new FileNotFoundException(), language);
            kept.Write(
                closes ? followUp.Close(subject, warning, who, when, what) : followUp.Acknowledge(subject, warning, who, when, what));
        }
        catch (KeyNotFoundException fault)
        {
            throw new UsageException(ToolText.NoOpenCase(language, subject, warning, fault.Message));
        }

        console.Output.WriteLine($"{subject} {warning}: {who}, {when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {what}");
        return ExitCode.Good;
    }
}
