// Says of a hierarchy that it gets no new types, and why: a switch over it may then have a default.
using System;

namespace KpiRules.Source;

/// <summary>The guards of the build (checks/KpiRules.Guards) ask for a reason of some length.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SettledAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
