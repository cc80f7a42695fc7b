// A formula whose syntax is known to be right.
using System;
using System.Collections.Generic;
using System.Threading;

namespace KpiRules.Formulas;

/// <param name="Names">Every name it uses.</param>
/// <param name="Nesting">How deep its brackets, calls and signs are nested.</param>
internal sealed record ParsedFormula(FormulaText Text, Syntax Root, IReadOnlyList<string> Names, int Nesting);

/// <summary>Runs what recurses over a formula, on a stack of its own where the formula is deep.</summary>
/// <remarks>The caller's stack may be a small one, and an overflow would end the process, uncatchably.</remarks>
internal static class DeepStack
{
    public const int DeepestOnCallersStack = 5;
    private const int Size = 16 * 1024 * 1024;

    public static void Run(int nesting, Action work)
    {
        if (nesting <= DeepestOnCallersStack)
        {
            work();
            return;
        }

        var thread = new Thread(() => work(), Size) { IsBackground = true };
        thread.Start();
        thread.Join();
    }
}
