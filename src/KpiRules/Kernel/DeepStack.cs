// Runs what recurses over a formula: on the caller's stack where that will do, else on a stack of its own.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace KpiRules.Kernel;

/// <remarks>
/// The caller's stack may be a small one. An overflow would end the process, uncatchably; and NCalc, which looks at what is
/// left of the stack, takes a formula for a wrong one where little is.
/// </remarks>
internal static class DeepStack
{
    /// <summary>NCalc needs some 1.7 KB for each level of brackets or calls: twice what is reserved would hold so many.</summary>
    public const int DeepestOnCallersStack = 10;

    /// <summary>What is to be left above what .NET calls sufficient, which NCalc wants to be left at the deepest level.</summary>
    private const int Reserve = 32 * 1024;

    private const int Size = 16 * 1024 * 1024;

    /// <summary>For tests: whether this thread can start no other, as in a browser.</summary>
    [field: ThreadStatic]
    internal static bool CannotStartThreads { get; set; }

    /// <exception cref="InsufficientExecutionStackException">The stack will not do, and no thread can be had.</exception>
    public static void Run(int nesting, Action work)
    {
        if (!TryRun(nesting, work))
            throw new InsufficientExecutionStackException();
    }

    /// <summary>False, with nothing done, where the nesting is deep and no thread can be had.</summary>
    /// <exception cref="InsufficientExecutionStackException">The stack will not do for anything, and no thread can be had.</exception>
    public static bool TryRun(int nesting, Action work)
    {
        var isDeep = nesting > DeepestOnCallersStack;
        if (!isDeep && HasRoom())
            work();
        else if (!TryRunOnThread(work))
            return isDeep ? false : throw new InsufficientExecutionStackException();
        return true;
    }

    private static bool HasRoom()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        Span<byte> reserved = stackalloc byte[Reserve];
        return HasRoomBelow(reserved);
    }

    /// <summary>Never inlined, so that what is reserved is there when the question is asked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool HasRoomBelow(Span<byte> reserved) => !reserved.IsEmpty && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private static bool TryRunOnThread(Action work)
    {
        if (CannotStartThreads)
            return false;
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
        try
        {
            thread.Start();
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }

        thread.Join();
        escaped?.Throw();
        return true;
    }
}
