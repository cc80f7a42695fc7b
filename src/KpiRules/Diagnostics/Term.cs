// A word or phrase of ours inside a message, written in the language of the message.
namespace KpiRules.Diagnostics;

internal sealed record Term(string Key, params object[] Arguments);
