// What a host says about where its rulesets are, and whether changes are looked for.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using KpiRules.Rulesets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KpiRules.Hosting.Sources;

/// <summary>Where the rulesets are; several sources add up to one catalogue. Used while options are set, on one thread.</summary>
public sealed class RulesetSources
{
    private readonly List<SourceDefinition> _all = [];

    internal RulesetSources()
    {
    }

    internal bool ReloadsOnChange { get; private set; }

    /// <summary>Null for never.</summary>
    internal TimeSpan? ReloadInterval { get; private set; }

    internal IReadOnlyList<SourceDefinition> All => _all;

    /// <summary>
    /// The rulesets of a folder: its <c>*.json</c>, and the <c>ruleset.json</c> of each folder in it. JSON that has no
    /// property of a ruleset, such as facts or a schema, is left alone; what begins with a dot is not looked at. Bases are
    /// looked for as <see cref="Policy.Load"/> does.
    /// </summary>
    /// <param name="path">The folder; a relative path begins at the host's content root, without a host at the application's
    /// directory.</param>
    public RulesetSources FromFolder(string path)
    {
        if (path is null)
            throw new ArgumentNullException(nameof(path));
        return Add(
            services => new FolderOrigin(path, FullPath(path, services)),
            services => Directory.Exists(FullPath(path, services))
                ? null
                : $"The folder '{path}' of rulesets does not exist; it is looked for as '{FullPath(path, services)}'.");
    }

    /// <summary>The rulesets among the resources of an assembly, those whose names end with <c>.json</c>.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the resources' names begin with, such as <c>MyCompany.Rulesets</c>. Bases are found by the rest
    /// of their name, else by their id.</param>
    public RulesetSources FromEmbedded(Assembly assembly, string prefix = "")
    {
        if (assembly is null)
            throw new ArgumentNullException(nameof(assembly));
        return Add(
            _ => new EmbeddedOrigin(assembly, prefix),
            _ => EmbeddedOrigin.Names(assembly, prefix).Any()
                ? null
                : $"The assembly '{assembly.GetName().Name}' has no resource '{prefix}….json'.");
    }

    /// <summary>The rulesets of a store of the host's own.</summary>
    /// <param name="store">The store; the host disposes it.</param>
    public RulesetSources From(IRulesetStore store) =>
        store is null ? throw new ArgumentNullException(nameof(store)) : Add(_ => new StoreOrigin(store));

    /// <summary>The rulesets of a store of the host's own that is a service; a singleton, for the catalogue is one.</summary>
    /// <typeparam name="TStore">The type the service is registered by.</typeparam>
    public RulesetSources From<TStore>()
        where TStore : class, IRulesetStore => Add(services => new StoreOrigin(services.GetRequiredService<TStore>()));

    /// <summary>
    /// The rulesets of some ids from a source that finds them one by one. It tells no changes: use <see cref="ReloadEvery"/>.
    /// </summary>
    /// <param name="source">Finds the rulesets and their bases.</param>
    /// <param name="ids">The ids to ask for.</param>
    public RulesetSources From(IRulesetSource source, params string[] ids) =>
        source is null ? throw new ArgumentNullException(nameof(source)) : Add(_ => new NamedOrigin(source, ids.ToList()));

    /// <summary>Watches all sources that can be watched, and reads them anew once a change has come to rest.</summary>
    public RulesetSources ReloadOnChange()
    {
        ReloadsOnChange = true;
        return this;
    }

    /// <summary>
    /// Reads all sources anew in intervals: for network shares, mounted volumes and sources that cannot be watched. What has not
    /// changed costs only its reading.
    /// </summary>
    /// <param name="interval">More than zero.</param>
    public RulesetSources ReloadEvery(TimeSpan interval)
    {
        ReloadInterval = interval;
        return this;
    }

    private RulesetSources Add(Func<IServiceProvider, RulesetOrigin> create, Func<IServiceProvider, string?>? fault = null)
    {
        _all.Add(new SourceDefinition(create, fault));
        return this;
    }

    private static string FullPath(string path, IServiceProvider services)
    {
        var root = services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory;
        return Path.GetFullPath(Path.Combine(root, path));
    }
}
