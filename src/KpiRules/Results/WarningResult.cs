// What has become of one warning for one subject.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Warnings;

namespace KpiRules.Results;

/// <summary>What has become of one warning for one subject; a view on the evaluation's columns. Immutable.</summary>
public sealed class WarningResult
{
    private readonly SubjectEvaluation _subject;

    internal WarningResult(SubjectEvaluation subject, WarningDescription warning) => (_subject, Warning) = (subject, warning);

    /// <summary>Which warning it is.</summary>
    public WarningDescription Warning { get; }

    /// <summary>The warning's id.</summary>
    public string Name => Warning.Name;

    /// <summary>The subject's id.</summary>
    public string Subject => _subject.Subject;

    /// <summary>The period evaluated.</summary>
    public Period Period => _subject.Evaluation.Period;

    /// <summary>What has become of it.</summary>
    public WarningState State => _subject[Name].Text is { } state ? EnumText<WarningState>.Parse(state) : WarningState.NotAvailable;

    /// <summary>How severe the condition was that held last; null unless it is firing or pending.</summary>
    public WarningSeverity? Severity => _subject[WarningLowering.SeverityOf(Name)].Text is { } severity
        ? (WarningSeverity)Enum.Parse(typeof(WarningSeverity), severity, ignoreCase: true)
        : null;

    /// <summary>For how many periods it is known to have been firing, this one included; 0 unless it is firing.</summary>
    public int Periods => (int)(_subject[Name + ".periods"].Number ?? 0);

    /// <summary>Whether it has been firing for so long that others are told too.</summary>
    public bool IsEscalated => Periods >= Warning.EscalatesAfter;

    /// <summary>
    /// Who is to be told, each once; of one whom the facts do not name the id is null. Those told by way of escalation come last,
    /// and only once it is escalated.
    /// </summary>
    public IReadOnlyList<WarningRecipient> Recipients
    {
        get
        {
            var told = Warning.Notify.Select(role => new WarningRecipient(role, IdOf(role), isEscalation: false));
            var escalated = IsEscalated
                ? Warning.EscalateTo.Select(role => new WarningRecipient(role, IdOf(role), isEscalation: true))
                : [];
            return told.Concat(escalated).GroupBy(recipient => recipient.Id ?? " " + recipient.Role).Select(same => same.First()).ToList();
        }
    }

    /// <summary>Why its state is not available; null when it is.</summary>
    public Cause? Cause => State != WarningState.NotAvailable ? null
        : _subject.Evaluation.CauseOf(WarningLowering.FiringOf(Name), _subject.Row)
            ?? _subject.Evaluation.CauseOf(WarningLowering.LevelOf(Name), _subject.Row);

    /// <summary>
    /// The message with its holes filled, by the language's conventions; the title, or the id, where the ruleset has no message.
    /// </summary>
    /// <param name="language">A language as the ruleset names it; where it has none, the first it has, and that one's conventions
    /// hold.</param>
    public string Message(string language)
    {
        if (Warning.MessageIn(language) is not { } message)
            return Warning.Title?.In(language) ?? Name;
        var conventions = new ValueConventions(
            message.Language.Length > 0 ? message.Language : language, Warning.Settings.MoneyDecimals, Warning.Settings.Currency);
        return string.Concat(message.Parts.Select(part => part.IsHole ? Fill(part, conventions, language) : part.Text));
    }

    private string Fill(MessagePart hole, ValueConventions conventions, string language)
    {
        var (value, unit) = hole.Text switch
        {
            MessageTemplate.Subject => (Subject, null),
            MessageTemplate.Period => (Period.ToString(), null),
            _ => Warning.ParameterOf(hole.Text) is { } parameter ? (parameter.Value, parameter.Unit.Text) : _subject.ValueOf(hole.Text),
        };
        var written = ValueFormat.Write(
            value, unit, hole.Format, conventions, NumberLines.Of(_subject.Evaluation, hole.Text, _subject.Row));
        // a total with something held says so wherever it is shown
        return hole.Text == Payout.Cell && _subject.Payout is { Held: > 0 and var held }
            ? written + Messages.Format(language, "message.held", held)
            : written;
    }

    private string? IdOf(string role) => role == WarningDefinition.Self ? Subject : _subject.ValueOf(role).Value.Text;
}

/// <summary>Somebody who is to be told of a warning. Immutable.</summary>
public sealed class WarningRecipient
{
    internal WarningRecipient(string role, string? id, bool isEscalation) => (Role, Id, IsEscalation) = (role, id, isEscalation);

    /// <summary><c>self</c>, or the attribute that names them.</summary>
    public string Role { get; }

    /// <summary>The id of the subject to be told; null when the facts do not say.</summary>
    public string? Id { get; }

    /// <summary>Whether they are told only because the warning has been firing for so long.</summary>
    public bool IsEscalation { get; }
}
