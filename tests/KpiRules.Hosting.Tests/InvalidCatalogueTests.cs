using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>
/// Every folder of rulesets under Invalid/ that cannot be used together prints exactly the text beside it, in both
/// languages. Those whose names begin with "store" are read from a store.
/// </summary>
public sealed class InvalidCatalogueTests
{
    private static readonly string Folder = Repository.PathOf("tests", "KpiRules.Hosting.Tests", "Invalid");

    public static TheoryData<string> Cases =>
        new(Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).OrderBy(name => name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task PrintsTheApprovedText(string name)
    {
        // a path of the same length on every machine, for long ones are cut in messages
        var folder = Path.GetRelativePath(AppContext.BaseDirectory, Path.Combine(Folder, name));
        var store = new MemoryStore();
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, name), "*.json"))
            store[Path.GetFileNameWithoutExtension(file)] = File.ReadAllText(file);
        using var catalogue = await TestCatalogue.LoadAsync(options =>
        {
            options.StartWithProblems = true;
            if (name.StartsWith("store", StringComparison.Ordinal))
                options.Rulesets.From(store);
            else
                options.Rulesets.FromFolder(folder);
        });
        Matches(catalogue, name, folder);
    }

    [Fact]
    public async Task AStoreThatFails_PrintsTheApprovedText()
    {
        using var catalogue = await TestCatalogue.LoadAsync(
            new MemoryStore { Fault = new InvalidOperationException("the database is away") }, startWithProblems: true);
        Matches(catalogue, "failing-store", "/");
    }

    [Fact]
    public async Task APolicyThatTheEngineRefuses_PrintsTheApprovedText()
    {
        using var catalogue = await TestCatalogue.LoadAsync(options =>
        {
            (options.StartWithProblems, options.Engine) = (true, new RefusingEngine("2"));
            options.Rulesets.From(new MemoryStore { ["acme"] = Texts.Ruleset("acme", "2") });
        });
        Matches(catalogue, "refused-by-engine", "/");
    }

    private static void Matches(TestCatalogue catalogue, string name, string folder)
    {
        foreach (var language in (string[])["en", "zh"])
        {
            var printed = string.Concat(catalogue.Rulesets.Current.Problems.Select(problem => problem.Print(language) + "\n"));
            Golden.Matches(printed.Replace(folder, name), "tests", "KpiRules.Hosting.Tests", "Invalid", $"{name}.{language}.txt");
        }
    }
}
