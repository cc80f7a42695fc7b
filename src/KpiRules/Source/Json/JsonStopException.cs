// Ends the reading of a document whose fault is already reported; never leaves JsonReader.
using System;

namespace KpiRules.Source.Json;

internal sealed class JsonStopException : Exception;
