// The options of every command that evaluates: a ruleset, its facts, and the periods.
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace KpiRules.Cli;

internal sealed class EvaluationOptions
{
    public Argument<string> Ruleset { get; } = new("RULESET") { Description = "The ruleset file." };

    public Option<string[]> Facts { get; } = new("--facts")
    {
        Description = "The facts: CSV with the columns subject, period, then measures, attributes and <kpi>.target; or JSON, "
            + "a list of such objects. May be given several times, such as for actuals and targets.",
        Required = true,
    };

    public Option<string?> Subjects { get; } = new("--subjects")
    {
        Description = "Attributes of the subjects that hold in every period: CSV or JSON with subject, then attributes."
    };

    public Option<string[]> Records { get; } = new("--records")
    {
        Description = "A list of records and its CSV file, such as deals=deals.csv, with the columns subject, period or date, "
            + "then the fields; may be given several times.",
    };

    public Option<string[]> Tables { get; } = new("--table")
    {
        Description = "A table of the ruleset and the CSV file of its rows, such as fx=fx.csv, with the columns of its keys and values, "
            + "and period where they hold for periods; may be given several times.",
    };

    public Option<string?> Openings { get; } = new("--openings")
    {
        Description = "What was deferred before the first period, of a ruleset with a release: the JSON file that --openings-out wrote "
            + "for the period before.",
    };

    public Option<string> Period { get; } = new("--period")
    {
        Description = "The period to evaluate, such as 2020-05, 2020-Q2 or 2020; or several, one after another: 2020-01..2020-06.",
        Required = true,
    };

    public Option<string?> AsOf { get; } = new("--as-of")
    {
        Description = "The day on which the question is asked, such as 2020-05-20, for a period still running."
    };

    public Option<string?> CompleteFrom { get; } = new("--complete-from")
    {
        Description = "The period from which the facts are complete; without it, the earliest in the files. "
            + "A year to date that reaches further back is not available.",
    };

    public Option<string?> Encoding { get; } = new("--encoding")
    {
        Description = "What CSV files are in, such as gb18030, big5 or windows-1252. Without it, UTF-8, UTF-16 and GB18030 are found out."
    };

    public Option<string?> Language { get; } = CommonOptions.Language();

    /// <summary>The files that are read, but for the bases of the ruleset.</summary>
    public IEnumerable<string?> Inputs(ParseResult parsed) =>
    [
        parsed.GetValue(Ruleset), .. parsed.GetValue(Facts) ?? [], parsed.GetValue(Subjects), parsed.GetValue(Openings),
        .. (parsed.GetValue(Records) ?? []).Concat(parsed.GetValue(Tables) ?? []).Select(named => named[(named.IndexOf('=') + 1)..]),
    ];

    /// <summary>Adds all but the ruleset and the facts, which a command puts where it likes.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Subjects, Records, Tables, Openings, Period, AsOf, CompleteFrom, Encoding, Language])
            command.Add(option);
    }
}
