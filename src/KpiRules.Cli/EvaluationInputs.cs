// Takes the options of a command that evaluates, gives the ruleset, the periods, and a way to read the facts.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal sealed class EvaluationInputs
{
    private readonly EvaluationOptions _options;
    private readonly ParseResult _parsed;
    private readonly Period? _completeFrom;

    private EvaluationInputs(EvaluationOptions options, ParseResult parsed, Policy policy, string language)
    {
        (_options, _parsed, Policy, Language) = (options, parsed, policy, language);
        (From, To) = CommonOptions.RangeOf(WrittenPeriod, "--period", language);
        _completeFrom = parsed.GetValue(options.CompleteFrom) is { } complete
            ? CommonOptions.PeriodOf(complete, "--complete-from", language)
            : null;
        AsOf = AsOfDay(parsed.GetValue(options.AsOf), language);
    }

    public Policy Policy { get; }

    public string Language { get; }

    public Period From { get; }

    public Period To { get; }

    public DateTime? AsOf { get; }

    /// <summary>What files of facts are in; null where they say it themselves.</summary>
    public string? Encoding => _parsed.GetValue(_options.Encoding);

    public string WrittenPeriod => _parsed.GetValue(_options.Period)!;

    public string FactsFile => string.Join(", ", _parsed.GetValue(_options.Facts)!);

    /// <summary>The inputs, or null after printing why the ruleset cannot be used.</summary>
    /// <exception cref="UsageException">An option is wrong, or a file cannot be read.</exception>
    /// <param name="option">What names the file that is written, such as <c>--out</c>.</param>
    /// <param name="output">Null for none.</param>
    public static EvaluationInputs? Of(
        ToolConsole console, EvaluationOptions options, ParseResult parsed, string option = "--out", string? output = null)
    {
        var language = parsed.GetValue(options.Language);
        CheckDates(options, parsed, language ?? CommonOptions.UnknownLanguage);
        var read = CommonOptions.ReadRuleset(parsed.GetValue(options.Ruleset)!, language, option, output);
        CommonOptions.Print(read, console.Error, language ?? read.Language);
        return read.Policy is { } policy ? new EvaluationInputs(options, parsed, policy, language ?? read.Language) : null;
    }

    /// <summary>What is asked for, of these facts.</summary>
    public EvaluationRequest RequestOf(Dataset facts) => new(facts, From, To) { AsOf = AsOf };

    /// <summary>The facts as the ruleset reads them.</summary>
    /// <exception cref="UsageException">A file cannot be read, or is not one of facts.</exception>
    public Dataset Facts() => FactsFor(Policy, []);

    /// <summary>The facts as another policy reads them, which may lack lists and tables that the ruleset has.</summary>
    /// <exception cref="UsageException">A file cannot be read, or is not one of facts.</exception>
    public Dataset FactsFor(Policy policy, IReadOnlyCollection<string> leftOut) => FactFiles.Read(
        policy, _parsed.GetValue(_options.Facts)!, _parsed.GetValue(_options.Subjects), Named(_options.Records, leftOut),
        Named(_options.Tables, leftOut), _completeFrom, Language, _parsed.GetValue(_options.Openings), Encoding);

    private List<string> Named(Option<string[]> option, IReadOnlyCollection<string> leftOut) =>
        (_parsed.GetValue(option) ?? []).Where(named => !leftOut.Contains(named.Split('=')[0])).ToList();

    /// <summary>What is wrong with dates is told before files are read.</summary>
    private static void CheckDates(EvaluationOptions options, ParseResult parsed, string language)
    {
        CommonOptions.RangeOf(parsed.GetValue(options.Period)!, "--period", language);
        if (parsed.GetValue(options.CompleteFrom) is { } complete)
            CommonOptions.PeriodOf(complete, "--complete-from", language);
        AsOfDay(parsed.GetValue(options.AsOf), language);
    }

    private static DateTime? AsOfDay(string? written, string language)
    {
        if (written is null)
            return null;
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UsageException(ToolText.BadDay(language, "--as-of", written));
    }
}
