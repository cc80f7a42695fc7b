// Runs the benchmarks: dotnet run -c Release --project benchmarks/KpiRules.Benchmarks -- --filter '*'
// Ends with 1 where a benchmark could not be built or run, as BenchmarkDotNet only says so among the rest.
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Running;

var summaries = BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args).ToList();
var reports = summaries.SelectMany(summary => summary.Reports).ToList();
return reports.All(report => report.Success) && !summaries.Any(summary => summary.HasCriticalValidationErrors) ? 0 : 1;
