// A mistake of the one who typed the command; its message is all that is printed.
using System;

namespace KpiRules.Cli;

internal sealed class UsageException(string message) : Exception(message);
