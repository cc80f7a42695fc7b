// A warning that was given to a subject, from when it first fired until it is resolved, and what was done about it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets;

namespace KpiRules.FollowingUp;

/// <summary>
/// A warning about a subject as somebody follows it up: it is the same one for as long as it keeps firing, and again when it
/// fires anew later on. Immutable.
/// </summary>
public sealed record WarningCase
{
    /// <summary>A case as it was kept.</summary>
    /// <exception cref="ArgumentException">The subject or the warning is null or empty.</exception>
    public WarningCase(string subject, string warning)
    {
        if (string.IsNullOrEmpty(subject) || string.IsNullOrEmpty(warning))
            throw new ArgumentException("A case needs a subject and a warning.");
        (Subject, Warning) = (subject, warning);
    }

    /// <summary>The subject's id.</summary>
    public string Subject { get; }

    /// <summary>The warning's id.</summary>
    public string Warning { get; }

    /// <summary>Whether it is not resolved.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>How severe it was when it last fired.</summary>
    public WarningSeverity Severity { get; init; } = WarningSeverity.Warning;

    /// <summary>Whether others had to be told, since it opened last.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>The first period of those in which it has been firing since it opened, or opened again.</summary>
    public Period Since { get; init; }

    /// <summary>The period in which it last fired.</summary>
    public Period Last { get; init; }

    /// <summary>How often it opened, at least 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What was done about it, in order; that of earlier times included.</summary>
    public IReadOnlyList<WarningAcknowledgement> Acknowledgements { get; init; } = [];

    /// <summary>Whether somebody has acknowledged it since it opened last, and it is not more severe than it was then.</summary>
    public bool IsAcknowledged => Acknowledgements.Any(one => one.Time == Times && one.Severity >= Severity);

    /// <summary>Whether two cases say the same; null says nothing.</summary>
    public bool Equals(WarningCase? other) => other is not null
        && (Subject, Warning, IsOpen, Severity, IsEscalated, Since, Last, Times)
            == (other.Subject, other.Warning, other.IsOpen, other.Severity, other.IsEscalated, other.Since, other.Last, other.Times)
        && Acknowledgements.SequenceEqual(other.Acknowledgements);

    /// <inheritdoc/>
    public override int GetHashCode() => (Subject, Warning).GetHashCode();
}

/// <summary>That somebody has seen a warning, and what was done about it. Immutable.</summary>
/// <param name="Who">Who it was.</param>
/// <param name="When">When it was.</param>
/// <param name="What">What was done.</param>
/// <param name="Severity">How severe the warning was then.</param>
/// <param name="Time">Which opening of the case it belongs to, from 1.</param>
public sealed record WarningAcknowledgement(string Who, DateTimeOffset When, string What, WarningSeverity Severity, int Time);
