// An author's words inside a message, one behind the other; put together when somebody reads it, for they may be many.
using System.Collections.Generic;

namespace KpiRules.Diagnostics;

internal sealed class WordList(IEnumerable<string> words)
{
    public override string ToString() => string.Join(", ", words);
}
