// Runs a check again whenever one of the files it has looked at changes, until it is told to stop.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace KpiRules.Cli;

/// <summary>
/// Files are looked at, not listened to: notices of the system do not come from every network share, and editors that write
/// anew beside a file confuse them.
/// </summary>
internal static class Watch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="run">Checks once; gives its answer and the files that it depends on, which may not be there.</param>
    /// <param name="asked">The files that are asked for by now; there may be more of them later.</param>
    /// <param name="stop">What ends it, such as Ctrl+C.</param>
    /// <returns>The last answer.</returns>
    public static int Run(
        Func<(int ExitCode, IReadOnlyList<string> Files)> run, Func<IReadOnlyList<string>> asked, CancellationToken stop)
    {
        while (true)
        {
            var started = DateTime.UtcNow;
            var (answer, files) = run();
            var seen = Look();
            // it may have changed while it was read; a time that is still to come says nothing
            var ended = DateTime.UtcNow;
            var isLate = seen.Any(file => file.Written >= started && file.Written <= ended);
            while (!isLate && Look().SequenceEqual(seen))
            {
                if (stop.WaitHandle.WaitOne(Pause))
                    return answer;
            }

            if (stop.WaitHandle.WaitOne(Pause))
                return answer;

            List<(string Name, bool IsThere, DateTime Written, long Length)> Look() => files.Union(asked()).Select(Watch.Look).ToList();
        }
    }

    private static (string Name, bool IsThere, DateTime Written, long Length) Look(string file)
    {
        var found = new FileInfo(file);
        return found.Exists ? (file, true, found.LastWriteTimeUtc, found.Length) : (file, false, default, 0);
    }
}
