using System;
using System.Collections.Generic;
using System.IO;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Xunit;

namespace KpiRules.Samples.Tests;

public sealed class SampleTests
{
    [Fact]
    public void Payroll_PaysMarch()
    {
        var sample = new Sample("Payroll");
        sample.PrintsWhatIsExpected(Command.DotNet, [sample.Built("net10.0", "Payroll.dll")]);
    }

    /// <summary>What is paid is paid: a run that has ended does not run again.</summary>
    [Fact]
    public void Worker_RunsWhatWaits_AndNothingTwice()
    {
        var folder = Directory.CreateTempSubdirectory("kpirules-worker-");
        try
        {
            var (sample, database) = (new Sample("Worker"), Path.Combine(folder.FullName, "sales.db"));
            // without a pool of connections, the file can be deleted on Windows too
            var variables = new Dictionary<string, string> { ["ConnectionStrings__Sales"] = $"Data Source={database};Pooling=False" };
            sample.PrintsWhatIsExpected(Command.DotNet, [sample.Built("net10.0", "Worker.dll")], variables);
            Command.Run(Command.DotNet, folder.FullName, [sample.Built("net10.0", "Worker.dll")], variables).Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [NetFrameworkFact]
    public void NetFramework_PaysMay()
    {
        var sample = new Sample("NetFramework");
        var program = sample.Built("net48", "NetFramework.exe");
        if (OperatingSystem.IsWindows())
            sample.PrintsWhatIsExpected(program, []);
        else
            sample.PrintsWhatIsExpected(NetFrameworkFactAttribute.Mono!, [program]);
    }
}
