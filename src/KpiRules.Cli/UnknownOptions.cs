// Takes the parsed words of a command, gives the options among them that it does not have, each with the closest it has.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class UnknownOptions
{
    /// <summary>
    /// A command that takes files would take an unknown option for one. What stands directly behind an option is its value,
    /// and behind <c>--</c> nothing is an option.
    /// </summary>
    public static IEnumerable<(string Written, string? Closest)> In(ParseResult parsed)
    {
        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).Append("--help").ToList();
        var before = TokenType.Command;
        foreach (var token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            var isValue = before == TokenType.Option;
            before = token.Type;
            if (token.Type is not TokenType.Argument || isValue || !IsOption(token.Value))
                continue;
            var name = token.Value.Split('=', ':')[0];
            yield return (name, ClosestName.Find(name, known));
        }
    }

    private static bool IsOption(string word) =>
        word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word[2]);
}
