// kpirules reconcile: a ruleset, facts and what was paid so far in, every difference with its cause out.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Reconciling;

namespace KpiRules.Cli;

internal static class ReconcileCommand
{
    private static readonly string[] Columns = ["subject", "period", "result", "amount"];

    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var expected = new Option<string>("--expected")
        {
            Description = "What was paid: CSV with subject and a column a result, or subject, result and amount. "
                + "Columns named as facts are those it was worked out from.",
            Required = true,
        };
        var expectedFacts = new Option<string?>("--expected-facts")
        {
            Description = "The facts from which it was worked out, as --facts has them, where they are in a file of their own."
        };
        var map = new Option<string[]>("--map")
        {
            Description = "What a column of --expected is, such as 提成=commission or Employee=subject; may be given several times.",
        };
        var format = new Option<string>("--format") { Description = "text or csv.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv");
        var all = new Option<bool>("--all") { Description = "Show equal amounts too." };
        var output = new Option<string?>("--out") { Description = "Write the differences to this file." };
        var command = new Command(
            "reconcile", "Hold what was paid so far against what a ruleset gives, and tell why each difference is: exit code 1 for any.")
        {
            options.Ruleset, options.Facts, expected, expectedFacts, map, format, all, output
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (asked, file) = (parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage, parsed.GetValue(output));
            OutputFile.Check(
                "--out", file, [.. options.Inputs(parsed), parsed.GetValue(expected), parsed.GetValue(expectedFacts)], asked);
            if (EvaluationInputs.Of(console, options, parsed, "--out", file) is not { } inputs)
                return ExitCode.RulesetFails;
            var (path, language) = (parsed.GetValue(expected)!, inputs.Language);
            var reader = new ExpectedFile(inputs.Policy, path, language, MapOf(inputs, parsed.GetValue(map) ?? []), inputs.To);
            var paid = reader.Read(FactFiles.ReadText(path, inputs.Encoding, language));
            if (parsed.GetValue(expectedFacts) is { } facts)
            {
                var read = FactFiles.Read(inputs.Policy, [facts], null, [], [], null, language, encoding: inputs.Encoding);
                paid.AddFacts(inputs.Policy, read, inputs.To);
            }

            foreach (var note in reader.Notes)
                console.Error.WriteLine(note);
            var reconciliation = inputs.Policy.Reconcile(inputs.RequestOf(inputs.Facts()), paid);
            var text = parsed.GetValue(format) == "csv"
                ? Csv(reconciliation, language)
                : Text(inputs, reconciliation, parsed.GetValue(all), file is null ? console.Width : null);
            OutputFile.WriteOrPrint(console, file, text, language);
            return reconciliation.IsEqual ? ExitCode.Good : ExitCode.RulesetFails;
        });
        return command;
    }

    private static Dictionary<string, string> MapOf(EvaluationInputs inputs, IReadOnlyList<string> written)
    {
        var map = new Dictionary<string, string>();
        foreach (var one in written)
        {
            var (title, name) = ParameterOptions.Halves(one, "=");
            var isKnown = Columns.Contains(name) || inputs.Policy.Results.Any(result => result.Name == name)
                || inputs.Policy.Facts.Any(fact => fact.Name == name);
            if (title.Length == 0 || !isKnown)
                throw new UsageException(ReconcileText.BadMap(inputs.Language, one, inputs.Policy));
            map[title.Trim()] = name;
        }

        return map;
    }

    private static string Text(EvaluationInputs inputs, Reconciliation reconciliation, bool isAll, int? width)
    {
        var (policy, language) = (inputs.Policy, inputs.Language);
        var groups = new TextTable(ReconcileText.GroupColumns(language));
        foreach (var result in reconciliation.Groups.GroupBy(group => group.Result))
        {
            foreach (var group in result.OrderBy(group => group.Cause).ThenByDescending(group => Math.Abs(group.Difference)))
                groups.Add(
                    [result.Key, Cause(group.Cause, group.Rule, [], language), $"{group.Count}", Written(group.Difference, result.Key)]);
            groups.Add([result.Key, ReconcileText.Total(language), "", Written(result.Sum(group => group.Difference), result.Key)]);
        }

        var amounts = new TextTable(ReconcileText.AmountColumns(language));
        var shown = reconciliation.Amounts.Where(amount => isAll || amount.Cause != ReconciliationCause.Equal).ToList();
        foreach (var amount in shown)
        {
            amounts.Add(
            [
                amount.Subject, amount.Result, Written(amount.Expected, amount.Result), Written(amount.Actual, amount.Result),
                Written(amount.Difference, amount.Result), Cause(amount.Cause, amount.Rule, amount.Facts, language),
            ]);
        }

        var head = $"{ToolText.TitleOf(policy, language)}, {inputs.WrittenPeriod}\n";
        return head + groups.ToString(width) + (shown.Count > 0 ? amounts.ToString(width) : "");

        string Written(decimal? number, string result) =>
            ResultTable.Written(policy, number, policy.Results.First(one => one.Name == result).Unit) ?? "–";
    }

    private static string Csv(Reconciliation reconciliation, string language)
    {
        var csv = new CsvWriter().Row(WideFactReader.SubjectColumn, "result", "paid", "policy", "difference", "cause", "detail");
        foreach (var amount in reconciliation.Amounts)
        {
            csv.Text(amount.Subject).Text(amount.Result).Number(amount.Expected).Number(amount.Actual).Number(amount.Difference)
                .Text(SimulationJson.Word(amount.Cause)).Text(Detail(amount.Rule, amount.Facts, language)).EndRow();
        }

        return csv.ToString();
    }

    private static string Cause(ReconciliationCause cause, AnotherRule? rule, IReadOnlyList<InputChange> facts, string language) =>
        rule is not null ? Detail(rule, facts, language)
        : facts.Count > 0 ? $"{ReconcileText.Cause(language, cause)}: {Detail(rule, facts, language)}"
        : ReconcileText.Cause(language, cause);

    private static string Detail(AnotherRule? rule, IReadOnlyList<InputChange> facts, string language) => rule is not null
        ? rule.ToString(language)
        : string.Join(", ", facts.Select(fact => $"{fact.Name} {Shown(fact.Before)} / {Shown(fact.After)}"));

    private static string Shown(FactValue value) => value.Kind is null ? "–" : value.ToString();
}
