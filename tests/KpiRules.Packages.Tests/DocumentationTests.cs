using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>
/// What a host can call says what null means, what a number counts or in which unit it is, what is thrown, and whether threads may
/// share it. A null argument is refused by <see cref="ArgumentNullException"/> everywhere, and needs no word.
/// </summary>
public sealed class DocumentationTests
{
    private const string Null = @"\bnull\b";

    /// <summary>Words by which a number is more than a number.</summary>
    private const string Unit =
        @"\bunits?\b|fraction|money|currency|amount|percent|100 %|\d to \d|\bdays?\b|hours|seconds|\byear\b|bytes|characters"
        + @"|how (many|often|much)|number of|the most|points|decimals|\bline\b|column|from [01]\b|\branks?\b|\bcount|weight|the number\b";

    private const string Threads = "immutable|thread|concurren|one request";

    public static TheoryData<string> Libraries => [.. SourceProject.Libraries.Select(library => library.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void EveryMember_SaysWhatNullMeans(string library) => Faults(library, member => member.Nullable
        .Where(name => !Says(member, Null))
        .Select(name => name.Length > 0 ? $"parameter {name}" : "what it gives")).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Libraries))]
    public void EveryNumber_HasAUnit(string library) => Faults(library, member =>
        member.IsNumber && !Says(member, Unit) ? [Regex.Replace(member.Documentation, @"\s+", " ")] : [])
        .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Libraries))]
    public void EveryMethod_SaysWhatItThrows(string library) => Faults(library, member => member.Thrown
        .Where(thrown => thrown != typeof(ArgumentNullException).FullName
            && !member.Documentation.Contains($"cref=\"T:{thrown}\"", StringComparison.Ordinal)))
        .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Libraries))]
    public void EveryClass_SaysWhetherThreadsMayShareIt(string library) => Faults(library, member =>
        member.IsShared && !Says(member, Threads) ? ["whether threads may share it"] : []).Should().BeEmpty();

    private static bool Says(PublicMember member, string words) =>
        Regex.IsMatch(member.Documentation, words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Faults(string library, Func<PublicMember, IEnumerable<string>> missing) =>
        string.Join("\n", PublicMember.Of(SourceProject.Libraries.Single(one => one.Name == library))
            .Where(member => !member.Documentation.Contains("<inheritdoc", StringComparison.Ordinal))
            .SelectMany(member => missing(member).Select(what => $"{member.Id}: {what}")));
}
