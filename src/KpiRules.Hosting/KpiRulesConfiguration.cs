// Takes a section of a host's configuration, sets the options that it names; what is wrong is told all at once.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KpiRules.Hosting;

/// <summary>Written out, not bound by reflection: a name or a value that is wrong is told, and trimmed programs can use it.</summary>
internal sealed class KpiRulesConfiguration(KpiRulesOptions options)
{
    private const string Sources = nameof(KpiRulesOptions.Rulesets);

    private readonly List<string> _faults = [];

    /// <exception cref="OptionsValidationException">A name or a value is wrong; all that is wrong is listed.</exception>
    public static void Bind(IConfiguration section, KpiRulesOptions options)
    {
        var binding = new KpiRulesConfiguration(options);
        binding.Bind(section);
        if (binding._faults.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(KpiRulesOptions), binding._faults);
    }

    private void Bind(IConfiguration section) => Each(section, new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(KpiRulesOptions.StartWithProblems)] = one => Set(one, Truth, value => options.StartWithProblems = value),
        [nameof(KpiRulesOptions.LogFacts)] = one => Set(one, Truth, value => options.LogFacts = value),
        [nameof(KpiRulesOptions.QuietTime)] = one => Set(one, Time, value => options.QuietTime = value),
        [nameof(KpiRulesOptions.Patience)] = one => Set(one, Time, value => options.Patience = value),
        [nameof(KpiRulesOptions.Language)] = one => Set(one, Language, value => options.Language = value),
        [Sources] = BindSources,
    });

    private void BindSources(IConfigurationSection section) => Each(section, new(StringComparer.OrdinalIgnoreCase)
    {
        ["Folders"] = BindFolders,
        [nameof(options.Rulesets.ReloadOnChange)] = one => Set(one, Truth, value => _ = value ? options.Rulesets.ReloadOnChange() : null),
        [nameof(options.Rulesets.ReloadEvery)] = one => Set(one, Time, value => options.Rulesets.ReloadEvery(value)),
    });

    private void BindFolders(IConfigurationSection section)
    {
        foreach (var folder in section.GetChildren())
        {
            if (string.IsNullOrWhiteSpace(folder.Value))
                _faults.Add($"{folder.Path} names no folder.");
            else
                options.Rulesets.FromFolder(folder.Value!);
        }

        if (section.Value is { } value)
            _faults.Add($"{section.Path} is '{value}': write a list, such as [ \"{value}\" ].");
    }

    private void Each(IConfiguration section, Dictionary<string, Action<IConfigurationSection>> known)
    {
        foreach (var child in section.GetChildren())
        {
            if (known.TryGetValue(child.Key, out var bind))
                bind(child);
            else
                _faults.Add(UnknownName.Say($"{child.Path} is no option", child.Key, known.Keys));
        }
    }

    /// <summary>What is empty, such as a null in JSON, is not set.</summary>
    private void Set<T>(IConfigurationSection section, Func<string, (T Value, string? Wanted)> read, Action<T> set)
    {
        if (string.IsNullOrEmpty(section.Value) && !section.GetChildren().Any())
            return;
        var (value, wanted) = read(section.Value ?? "");
        if (wanted is null)
            set(value);
        else
            _faults.Add($"{section.Path} is '{section.Value}': write {wanted}.");
    }

    private static (bool, string?) Truth(string text) => bool.TryParse(text, out var value) ? (value, null) : (false, "true or false");

    /// <summary>Also what .NET would read as days: '5' is no time, for nobody knows of what.</summary>
    private static (TimeSpan, string?) Time(string text) =>
        text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? (value, null)
            : (default, "a time, such as 00:00:02 for two seconds");

    private static (string?, string?) Language(string text) => text is "zh" or "en" ? (text, null) : (null, "zh or en");
}
