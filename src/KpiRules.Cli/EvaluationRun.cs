// Takes the options of a command that evaluates, gives the evaluations; diagnostics and issues go to standard error.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal sealed record EvaluationRun(
    Policy Policy, string Language, string FactsFile, string WrittenPeriod, Dataset Facts, IReadOnlyList<PeriodEvaluation> Evaluations)
{
    /// <summary>The evaluations, or null after printing why the ruleset cannot be used.</summary>
    /// <exception cref="UsageException">An option is wrong, or a file cannot be read.</exception>
    /// <param name="option">What names the file that is written, such as <c>--out</c>.</param>
    /// <param name="output">Null for none.</param>
    public static EvaluationRun? Of(
        ToolConsole console, EvaluationOptions options, ParseResult parsed, string option = "--out", string? output = null)
    {
        if (EvaluationInputs.Of(console, options, parsed, option, output) is not { } inputs)
            return null;
        var facts = inputs.Facts();
        var run = new EvaluationRun(
            inputs.Policy,
            inputs.Language,
            inputs.FactsFile,
            inputs.WrittenPeriod,
            facts,
            inputs.Policy.Evaluate(inputs.RequestOf(facts)));
        run.Issues.Print(console);
        return run;
    }

    /// <summary>What is odd in the facts.</summary>
    public IssueLines Issues { get; } = IssueLines.Of(Evaluations.SelectMany(evaluation => evaluation.Issues), Language);

    /// <summary>The evaluations with the subjects to be shown; a period without any is left out where there are several.</summary>
    /// <exception cref="UsageException">There is nothing to show; the message says what there is.</exception>
    public IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> Shown(string? wanted)
    {
        if (Evaluations.All(evaluation => evaluation.Subjects.Count == 0))
            throw new UsageException(NoFacts(Language, FactsFile, WrittenPeriod, Facts));

        var shown = Evaluations
            .Select(evaluation => (
                evaluation,
                Subjects: (IReadOnlyList<SubjectEvaluation>)evaluation.Subjects.Where(subject => wanted is null || subject == wanted)
                    .Select(subject => evaluation[subject]).ToList()))
            .Where(period => period.Subjects.Count > 0).ToList();
        var known = Evaluations.SelectMany(evaluation => evaluation.Subjects).Distinct()
            .OrderBy(subject => subject, StringComparer.Ordinal).ToList();
        return shown.Count > 0
            ? shown
            : throw new UsageException(ToolText.NoSuchSubject(Language, wanted!, WrittenPeriod, Abridged(known)));
    }

    /// <summary>Says how many issues there are, if any: the end of a command that does not end with a <see cref="RunSummary"/>.</summary>
    public static void PrintCount(ToolConsole console, IssueLines issues, string language)
    {
        if (issues.Count > 0)
            console.Error.WriteLine(ToolText.Issues(language, issues.Count));
    }

    /// <summary>That there is nothing to evaluate, and for which periods there is.</summary>
    public static string NoFacts(string language, string file, string period, Dataset facts) => facts.Periods.Count == 0
        ? ToolText.NoFactsAtAll(language, file)
        : ToolText.NoFactsInPeriod(language, file, period, Abridged(facts.Periods.Select(one => one.ToString()).ToList()));

    public static string Abridged(IReadOnlyList<string> names) =>
        names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))}, …, {names[^1]} ({names.Count})";
}
