// Rulesets in a folder: its *.json, and the ruleset.json of each folder in it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.Hosting.Sources;

/// <param name="name">The folder as the host wrote it: the beginning of its files' names.</param>
/// <param name="path">The full path.</param>
internal sealed class FolderOrigin(string name, string path) : RulesetOrigin(name)
{
    /// <summary>The last reading, or the one that is taking place; null before the first.</summary>
    private Reading? _reading;

    public override Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _reading)?.Listing.InFolders ?? [];
        var reading = new Reading(new FolderScan(Name, path), FolderListing.Of(path, known));
        // a folder that cannot be looked into says nothing of what was there
        if (reading.Listing.Fault is not null)
            reading = reading with { Listing = reading.Listing with { InFolders = known } };
        Volatile.Write(ref _reading, reading);
        reading.Listing.Fault?.Throw();
        var files = reading.Listing.Files.Select(file => reading.Scan.List(file, mayBeOther: true));
        var inFolders = reading.Listing.InFolders.Select(file => reading.Scan.List(file, mayBeOther: false));
        return Task.FromResult<IReadOnlyList<ListedRuleset>>(files.Concat(inFolders).OfType<ListedRuleset>().ToList());
    }

    public override bool HasChanged() =>
        Volatile.Read(ref _reading) is { } reading
        && (!reading.Listing.IsLike(FolderListing.Of(path, reading.Listing.InFolders)) || reading.Scan.HasChanged());

    public override IDisposable Watch(Action changed, Action<Exception, TimeSpan> cannotWatch, TimeProvider time) =>
        new FolderWatch(path, HasChanged, changed, cannotWatch, time);

    private sealed record Reading(FolderScan Scan, FolderListing Listing);
}
