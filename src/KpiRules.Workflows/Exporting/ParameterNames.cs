// Gives cells and facts names that dynamic LINQ accepts, each its own.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace KpiRules.Workflows.Exporting;

/// <summary>Names without regard to case: RulesEngine does not tell <c>Sales</c> from <c>sales</c>.</summary>
internal sealed class ParameterNames
{
    /// <summary>What the language itself means something by.</summary>
    private static readonly HashSet<string> Reserved = new(
        ("true false null it parent root new iif np isnull is as and or not in "
        + "eq equal ne notequal neq lt lessthan le lessthanequal gt greaterthan ge greaterthanequal mod div xor select where any all "
        + "object boolean bool char string sbyte byte int16 short ushort int32 int uint int64 long ulong uint16 uint32 uint64 "
        + "single float double decimal datetime datetimeoffset timespan dateonly timeonly guid "
        + "math convert uri enum bigint enumerable expressionutils midpointrounding input1 args").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="wanted">In any characters; those that no name may have become underscores.</param>
    public string Take(string wanted)
    {
        var name = Identifier(wanted);
        if (Reserved.Contains(name))
            name += "_";
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = FormattableString.Invariant($"{name}_{number}");
        return unique;
    }

    private static string Identifier(string wanted)
    {
        var name = new StringBuilder();
        foreach (var character in wanted)
            name.Append(char.IsLetterOrDigit(character) && character != 'ª' ? character : '_');
        var text = Regex.Replace(name.ToString(), "__+", "_").Trim('_');
        return text.Length == 0 || !char.IsLetter(text.First()) ? "_" + text : text;
    }
}
