using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Files;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests.Writing;

/// <summary>What a file keeps that is written anew, and what is refused.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpirules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ANewFile_IsAsAnyNewFile()
    {
        AtomicFile.Write(In("new"), "text 文\n");
        File.ReadAllBytes(In("new")).Should().Equal("text 文\n"u8.ToArray(), "there is no byte order mark");
        File.WriteAllText(In("other"), "");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(In("new")).Should().Be(File.GetUnixFileMode(In("other")));
        Names().Should().Equal("new", "other");
    }

    [UnixFact]
    public void AnOldFile_KeepsItsMode()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        File.WriteAllText(In("file"), "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(In("file"), Mode);
        AtomicFile.Write(In("file"), "new");
        (File.ReadAllText(In("file")), File.GetUnixFileMode(In("file"))).Should().Be(("new", Mode));
    }

    [RootFact]
    public void AnOldFile_KeepsItsOwnerAndGroup()
    {
        File.WriteAllText(In("file"), "old");
        using (var chown = Process.Start("chown", ["65534:65533", In("file")]))
            chown.WaitForExit(TimeSpan.FromMinutes(1)).Should().BeTrue();
        AtomicFile.Write(In("file"), "new");
        var written = UnixFile.Of(In("file"))!;
        (File.ReadAllText(In("file")), written.Owner, written.Group).Should().Be(("new", 65534, 65533));
    }

    /// <summary>Of a link to a link, too, and of one that leads to nothing yet.</summary>
    [UnixFact]
    public void ALink_StaysALink()
    {
        Directory.CreateDirectory(In("data"));
        File.WriteAllText(In("data/file"), "old");
        File.CreateSymbolicLink(In("link"), "data/file");
        File.CreateSymbolicLink(In("again"), "link");
        File.CreateSymbolicLink(In("nowhere"), "data/other");
        AtomicFile.Write(In("again"), "new");
        AtomicFile.Write(In("nowhere"), "first");
        (File.ReadAllText(In("data/file")), File.ReadAllText(In("data/other"))).Should().Be(("new", "first"));
        new[] { "link", "again", "nowhere" }.Select(name => new FileInfo(In(name)).LinkTarget)
            .Should().Equal("data/file", "link", "data/other");
    }

    [Fact]
    public void WhatIsThereForOthers_IsNotTouched()
    {
        File.WriteAllText(In("file.new"), "somebody's");
        File.WriteAllText(In("file.tmp"), "somebody else's");
        AtomicFile.Write(In("file"), "text");
        Names().Should().Equal("file", "file.new", "file.tmp");
        File.ReadAllText(In("file.new")).Should().Be("somebody's");
    }

    [UnprivilegedFact]
    public Task WhatMayNotBeWritten_StaysAndIsNamed() => OwnProcess.OutputOfAsync(WriteWhatIsClosed, [], isUnprivileged: true);

    private static Task WriteWhatIsClosed(string[] words)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        using var test = new AtomicFileTests();
        File.WriteAllText(test.In("file"), "old");
        var open = File.GetUnixFileMode(test._folder);
        var write = () => AtomicFile.Write(test.In("file"), "new");
        File.SetUnixFileMode(test.In("file"), UnixFileMode.UserRead);
        write.Should().Throw<UnauthorizedAccessException>("the file is closed, though its folder is open")
            .WithMessage($"*'{test.In("file")}'*");
        File.SetUnixFileMode(test.In("file"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(test._folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        write.Should().Throw<UnauthorizedAccessException>("the folder is closed").WithMessage($"*'{test.In("file")}'*");
        File.SetUnixFileMode(test._folder, open);
        (File.ReadAllText(test.In("file")), string.Join(" ", test.Names())).Should().Be(("old", "file"));
        return Task.CompletedTask;
    }

    /// <summary>A disk of 64 KiB, with what was written before on it.</summary>
    [SmallDiskFact]
    public void AFullDisk_LeavesTheOldFile()
    {
        using var disk = new SmallDisk();
        var file = Path.Combine(disk.Path, "file");
        AtomicFile.Write(file, "old");
        var write = () => AtomicFile.Write(file, new string('x', 100_000));
        write.Should().Throw<IOException>().WithMessage($"*'{file}'*");
        File.ReadAllText(file).Should().Be("old");
        Directory.GetFiles(disk.Path).Should().Equal(file);
        AtomicFile.Write(file, "new");
        File.ReadAllText(file).Should().Be("new");
    }

    [UnixFact]
    public async Task APipe_IsWrittenTo()
    {
        using (var make = Process.Start("mkfifo", [In("pipe")]))
            make.WaitForExit(TimeSpan.FromMinutes(1)).Should().BeTrue();
        var reading = Task.Run(() => File.ReadAllText(In("pipe")));
        await Task.Run(() => AtomicFile.Write(In("pipe"), "through")).WaitAsync(TimeSpan.FromMinutes(1));
        (await reading.WaitAsync(TimeSpan.FromMinutes(1))).Should().Be("through");
        Names().Should().Equal("pipe");
    }

    [UnixFact]
    public async Task StandardOutput_IsWrittenTo() =>
        (await OwnProcess.OutputOfAsync(WriteToStandardOutput, [])).Should().Be("before, written, after");

    private static Task WriteToStandardOutput(string[] words)
    {
        Console.Write("before");
        Console.Out.Flush();
        AtomicFile.Write("/dev/stdout", ", written");
        Console.Write(", after");
        return Task.CompletedTask;
    }

    /// <summary>By its path, by a link, by another name of the same file; a file that is not there is none.</summary>
    [UnixFact]
    public void OneFile_IsKnownByAllItsNames()
    {
        File.WriteAllText(In("file"), "");
        File.WriteAllText(In("other"), "");
        File.CreateSymbolicLink(In("link"), "file");
        Directory.CreateDirectory(In("folder"));
        using (var link = Process.Start("ln", [In("file"), In("folder/hard")]))
            link.WaitForExit(TimeSpan.FromMinutes(1)).Should().BeTrue();
        string[] names = ["file", "./file", "link", "folder/hard", "folder/../file", "other", "nowhere", "folder/../nowhere"];
        names.Where(name => FilePath.AreSame(In("file"), In(name)))
            .Should().Equal("file", "./file", "link", "folder/hard", "folder/../file");
        names.Where(name => FilePath.AreSame(In("nowhere"), In(name))).Should().Equal("nowhere", "folder/../nowhere");
        FilePath.AreSame("/dev/null", "/dev/null").Should().BeFalse("it is no file");
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Names() =>
        Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray();
}
