// Takes a month, prints what a store's staff is paid in it: in a program of .NET Framework 4.8.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using KpiRules;
using KpiRules.Facts;
using KpiRules.Reading;

namespace NetFramework;

internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var month = Period.Parse(args.Length > 0 ? args[0] : "2026-05");
        var folder = Path.Combine(AppDomain.CurrentDomain.BaseDirectory, "company");

        var read = Policy.ReadFile(Path.Combine(folder, "ruleset.json"));
        foreach (var diagnostic in read.Diagnostics)
            Console.WriteLine(diagnostic.Print("en"));
        if (read.Policy is not { } policy)
            return 1;

        var pay = policy.Evaluate(ReadFacts(policy, Path.Combine(folder, "facts.csv")), month);
        foreach (var issue in pay.Issues)
            Console.WriteLine("to be looked at: " + issue.ToString("en"));
        foreach (var person in pay.Subjects)
        {
            var payout = pay[person].Payout!;
            var held = payout.Held > 0 ? $"  ({payout.Held} held)" : "";
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,12:N2}  {1}{2}", payout.Amount, person, held));
        }

        Console.WriteLine();
        Console.WriteLine(pay[pay.Subjects[0]].Explain("阶梯提成").ToString("en"));
        return 0;
    }

    private static Dataset ReadFacts(Policy policy, string file) => Dataset.Build(builder =>
    {
        var lines = File.ReadAllLines(file).Select(line => line.Split(',')).ToList();
        var reader = new WideFactReader(builder, policy, file, lines[0]);
        for (var row = 1; row < lines.Count; row++)
            reader.Read(row + 1, lines[row]);
    });
}
