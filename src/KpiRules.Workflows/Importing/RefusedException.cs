// Ends the reading of one expression whose fault it carries; never leaves the import.
using System;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

internal sealed class RefusedException(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
