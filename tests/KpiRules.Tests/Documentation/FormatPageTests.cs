using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Rulesets;
using KpiRules.Testing;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Documentation;

/// <summary>Every example of docs/format.md and docs/format.zh.md is a whole ruleset without a fault, and its tests pass.</summary>
public sealed class FormatPageTests
{
    private static readonly IReadOnlyDictionary<string, MarkdownPage> Pages = new[] { "format.md", "format.zh.md" }
        .ToDictionary(page => page, page => MarkdownPage.Read(Repository.PathOf("docs", page)));

    public static TheoryData<string, string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, int>();
            foreach (var (name, page) in Pages)
                foreach (var (heading, blocks) in page.Chapters)
                    for (var i = 0; i < blocks.Count; i++)
                        examples.Add(name, heading, i);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsGoodAndPassesItsTests(string page, string heading, int index)
    {
        var (language, text) = Pages[page].Chapters.Single(chapter => chapter.Heading == heading).Blocks[index];
        language.Should().Be("jsonc", "no block of code goes unrun");
        var read = Policy.Read(text, "ruleset.json", new Bases(Pages[page]));
        read.Diagnostics.Concat(read.Findings).Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        var outcomes = RulesetTests.Run(read.Policy!);
        outcomes.Should().NotBeEmpty();
        outcomes.SelectMany(test => test.Failures.Select(failure => $"{test.Name}: {failure.Result}: {failure.Message("en")}")
            .Concat(test.Issues.Select(issue => $"{test.Name}: {issue.Message("en")}"))).Should().BeEmpty();
    }

    [Fact]
    public void EveryChapter_HasAnExample()
    {
        foreach (var page in Pages.Values)
            page.Chapters.Where(chapter => chapter.Blocks.Count == 0).Select(chapter => chapter.Heading).Should().BeEmpty();
    }

    /// <summary>Chapter by chapter, so that what one language gains the other cannot lack.</summary>
    [Fact]
    public void BothLanguages_HaveAsManyExamplesInEachChapter() =>
        Pages["format.zh.md"].Chapters.Select(chapter => chapter.Blocks.Count).Should()
            .Equal(Pages["format.md"].Chapters.Select(chapter => chapter.Blocks.Count));

    [Fact]
    public void TableOfContents_NamesEveryChapter()
    {
        foreach (var page in Pages.Values)
            page.Chapters.Select(chapter => MarkdownPage.AnchorOf(chapter.Heading)).Should().OnlyContain(anchor =>
                page.Links.Contains("#" + anchor));
    }

    /// <summary>A ruleset of the same page, by its id.</summary>
    private sealed class Bases(MarkdownPage page) : IRulesetSource
    {
        public RulesetText? Find(string id) => page.Chapters.SelectMany(chapter => chapter.Blocks).Select(block => block.Text)
            .Where(text => text.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal))
            .Select(text => new RulesetText(id + ".json", text)).FirstOrDefault();
    }
}
