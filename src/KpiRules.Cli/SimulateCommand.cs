// kpirules simulate: a ruleset, what it is compared with, and facts in; what changes for the company and for people out.
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class SimulateCommand
{
    /// <summary>A column that only one of the two rulesets uses is nothing to report.</summary>
    private const string UnusableFact = "KPI6001";

    public static Command Create(ToolConsole console)
    {
        var (options, parameters) = (new EvaluationOptions(), new ParameterOptions());
        var against = new Option<string?>("--against")
        {
            Description = "The ruleset that holds today. Without it, the ruleset itself, as it is without --set and --sweep."
        };
        var sweep = new Option<string?>("--sweep")
        {
            Description = "The cost for one value of a parameter after another: hurdle=0.7..0.95:0.05.",
        };
        var format = new Option<string>("--format") { Description = "text, csv or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "json");
        var output = new Option<string?>("--out") { Description = "Write the comparison to this file." };
        var command = new Command(
            "simulate", "What a ruleset would pay in place of another: the cost, who gains and who loses, and which cells made it so.")
        {
            options.Ruleset, against, options.Facts, parameters.Set, sweep, format, output
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (asked, file) = (parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage, parsed.GetValue(output));
            OutputFile.Check("--out", file, [.. options.Inputs(parsed), parsed.GetValue(against)], asked);
            if (EvaluationInputs.Of(console, options, parsed, "--out", file) is not { } inputs)
                return ExitCode.RulesetFails;
            var old = parsed.GetValue(against);
            if (old is null && parsed.GetValue(sweep) is null && parsed.GetValue(parameters.Set) is not { Length: > 0 })
                throw new UsageException(CompareText.NothingToCompare(inputs.Language));
            if (OldPolicy(console, inputs, old, file) is not { } before)
                return ExitCode.RulesetFails;
            var after = parameters.Apply(inputs.Policy, parsed, inputs.Language);
            var simulation = new Simulation(console, inputs, before, old is null ? inputs.Facts() : FactsFor(inputs, before));
            var width = file is null ? console.Width : null;
            var text = parsed.GetValue(sweep) is { } swept
                ? Swept(simulation, after, swept, parsed.GetValue(format)!, width)
                : Compared(simulation, after, parsed.GetValue(format)!, width);
            OutputFile.WriteOrPrint(console, file, text, inputs.Language);
            EvaluationRun.PrintCount(console, simulation.PrintIssues(), inputs.Language);
            return ExitCode.Good;
        });
        return command;
    }

    private static Policy? OldPolicy(ToolConsole console, EvaluationInputs inputs, string? path, string? output)
    {
        if (path is null)
            return inputs.Policy;
        var read = CommonOptions.ReadRuleset(path, inputs.Language, "--out", output);
        CommonOptions.Print(read, console.Error, inputs.Language);
        return read.Policy;
    }

    /// <summary>The old ruleset may lack lists and tables that the new one has.</summary>
    private static Dataset FactsFor(EvaluationInputs inputs, Policy policy)
    {
        var names = inputs.Policy.Records.Select(list => list.Name).Concat(inputs.Policy.Tables.Select(table => table.Name));
        var known = policy.Records.Select(list => list.Name)
            .Concat(policy.Tables.Where(table => table.IsGiven).Select(table => table.Name));
        return inputs.FactsFor(policy, names.Except(known).ToList());
    }

    private static string Compared(Simulation simulation, Policy after, string format, int? width)
    {
        var comparison = simulation.With(after);
        return format switch
        {
            "csv" => SimulationCsv.Write(comparison),
            "json" => JsonText.Write(json => SimulationJson.Write(json, comparison)),
            _ => new SimulationText(simulation.Before, after, simulation.Inputs, width).Write(comparison),
        };
    }

    private static string Swept(Simulation simulation, Policy after, string written, string format, int? width)
    {
        var language = simulation.Inputs.Language;
        var (name, values) = ParameterOptions.Sweep(after, written, language);
        var costs = values
            .Select(value => (value, simulation.With(ParameterOptions.With(after, [new(name, value)], language)).Costs.LastOrDefault()
                ?? throw new UsageException(ToolText.NoIncentives(language, after.Id))))
            .ToList();
        var unit = after.Parameters.First(parameter => parameter.Name == name).Unit;
        return format switch
        {
            "csv" => SimulationCsv.Write(name, costs),
            "json" => JsonText.Write(json => SimulationJson.Write(json, name, costs)),
            _ => new SimulationText(simulation.Before, after, simulation.Inputs, width).Write(name, unit, costs),
        };
    }

    /// <summary>What holds today, evaluated once for all that it is compared with.</summary>
    private sealed class Simulation(ToolConsole console, EvaluationInputs inputs, Policy before, Dataset facts)
    {
        private readonly IReadOnlyList<PeriodEvaluation> _before = before.Evaluate(inputs.RequestOf(facts));
        private readonly Dataset _facts = inputs.Facts();
        private readonly List<DataIssue> _issues = [];

        public EvaluationInputs Inputs => inputs;

        public Policy Before => before;

        public Comparison With(Policy after)
        {
            var results = after.Evaluate(inputs.RequestOf(_facts));
            if (results.Concat(_before).All(evaluation => evaluation.Subjects.Count == 0))
                throw new UsageException(EvaluationRun.NoFacts(inputs.Language, inputs.FactsFile, inputs.WrittenPeriod, _facts));
            _issues.AddRange(results.SelectMany(evaluation => evaluation.Issues));
            return Comparison.Of(_before, results);
        }

        public IssueLines PrintIssues()
        {
            var old = _before.SelectMany(evaluation => evaluation.Issues).ToList();
            var issues = IssueLines.Of(
                _issues.Concat(old).Where(issue => issue.Code != UnusableFact || (Has(_issues, issue) && Has(old, issue))),
                inputs.Language);
            issues.Print(console);
            return issues;
        }

        private static bool Has(List<DataIssue> issues, DataIssue issue) =>
            issues.Any(other => other.Code == issue.Code && other.Fact == issue.Fact);
    }
}
