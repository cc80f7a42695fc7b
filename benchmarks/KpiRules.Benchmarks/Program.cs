// Runs the benchmarks: dotnet run -c Release --project benchmarks/KpiRules.Benchmarks -- --filter '*'
using System.Reflection;
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
