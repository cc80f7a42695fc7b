using System;
using System.IO;
using System.Linq;
using System.Text;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>Files that were damaged at random are refused or imported, never thrown at; what comes of them can be read.</summary>
public sealed class RandomImportTests
{
    private const int Files = 2_000;

    private static readonly string[] Pieces =
    [
        "\"", "\\\"", "\\", "(", ")", "[", "]", "{", "}", ",", ":", ".", "==", "=", "!", "-", "+ ", "/", "%", "?", "??", "=>", "&", "null",
        "true", "1", "0x", "1e9", "5m", "'a'", "not ", " in (1, 2)",
        ".Contains(\\\"x\\\")", ".GetType()", "input1", "input1.a", "Math.Max(1, 2)", "iif(", "np(", "\u202e", "销", "\ud83d",
        "\"Operator\": \"Or\", ", "\"Enabled\": false, ", "\n", "//", "/*",
    ];

    [Fact]
    public void DamagedFiles_NeverThrow()
    {
        var random = new Random(20260318);
        var sources = ImportedRulesets.Names("Workflows").Concat(["../Invalid/expressions", "../Invalid/form"])
            .Select(name => File.ReadAllText(Repository.PathOf([.. ImportedRulesets.Folder, "Workflows", name + ".json"]))).ToArray();
        var imported = 0;
        for (var i = 0; i < Files; i++)
        {
            var text = Damaged(random, sources[random.Next(sources.Length)]);
            var result = FluentActions.Invoking(() => RulesEngineImport.Read(text)).Should().NotThrow("of file {0}:\n{1}", i, text).Subject;
            if (result.Ruleset is null)
            {
                result.IsComplete.Should().BeFalse();
                continue;
            }

            imported++;
            ImportedRulesets.Policy(result);
        }

        imported.Should().BeGreaterThan(Files / 4, "the damage should not all be to the JSON");
    }

    private static string Damaged(Random random, string text)
    {
        var damaged = new StringBuilder(text);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            // most of the damage is to expressions, which is what is read by hand
            var expressions = text.Split("\"Expression\": \"").Length - 1;
            var at = random.Next(3) > 0 && expressions > 0
                ? IndexOf(damaged.ToString(), random.Next(expressions)) + random.Next(0, 40)
                : random.Next(damaged.Length);
            at = Math.Min(at, damaged.Length - 1);
            switch (random.Next(3))
            {
                case 0:
                    damaged.Remove(at, Math.Min(random.Next(1, 6), damaged.Length - at));
                    break;
                case 1:
                    damaged.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    damaged.Remove(at, 1).Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }

    private static int IndexOf(string text, int which)
    {
        var at = 0;
        for (var i = 0; i <= which; i++)
            at = Math.Max(at, text.IndexOf("\"Expression\": \"", Math.Min(at + 1, text.Length), StringComparison.Ordinal));
        return at + "\"Expression\": \"".Length;
    }
}
