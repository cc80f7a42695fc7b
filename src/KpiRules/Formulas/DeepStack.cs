// Runs what recurses over a formula, on a stack of its own where the formula is deep.
using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace KpiRules.Formulas;

/// <remarks>The caller's stack may be a small one, and an overflow would end the process, uncatchably.</remarks>
internal static class DeepStack
{
    /// <summary>NCalc needs some 12 KB for each level of a call, so that ten would not fit a stack of 128 KB.</summary>
    public const int DeepestOnCallersStack = 5;

    private const int Size = 16 * 1024 * 1024;

    public static void Run(int nesting, Action work)
    {
        if (nesting <= DeepestOnCallersStack)
        {
            work();
            return;
        }

        ExceptionDispatchInfo? escaped = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    escaped = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size) { IsBackground = true };
        thread.Start();
        thread.Join();
        escaped?.Throw();
    }
}
