using System.IO;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>Compiled ahead of time, without a warning, a host prints what it prints when it is compiled as it runs.</summary>
[Collection(nameof(PackedPackages))]
public sealed class NativeTests(PackedPackages packages)
{
    [PackagesFact(links: true)]
    public void NativeHost_PrintsWhatTheManagedOneDoes()
    {
        var (native, managed) = (Path.Combine(packages.Folder, "native"), Path.Combine(packages.Folder, "managed"));
        var project = Repository.PathOf("checks", "KpiRules.Aot");
        _ = packages.Packages;
        Publish(native, $"-p:CppCompilerAndLinker={PackagesFactAttribute.Linker}");
        Publish(managed, "-p:PublishAot=false", "--no-self-contained");
        var printed = Command.Run(Path.Combine(native, "KpiRules.Aot"), native, [Repository.Root]);
        printed.Split('\n').Should().HaveCountGreaterThan(3000).And.NotContain(line => line.Contains(": FAILED,"));
        printed.Should().Be(Command.Run(Command.DotNet, managed, [Path.Combine(managed, "KpiRules.Aot.dll"), Repository.Root]));

        void Publish(string folder, params string[] words) =>
            Command.Run(
                Command.DotNet,
                Repository.Root,
                ["publish", project, "--use-current-runtime", .. packages.Build, "-o", folder, .. words],
                packages.FromPublicHost);
    }
}
