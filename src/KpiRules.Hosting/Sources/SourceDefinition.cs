// A source as the options name it: made into an origin once the services are there.
using System;

namespace KpiRules.Hosting.Sources;

/// <param name="Fault">What is wrong with it before anything is read; null for nothing.</param>
internal sealed record SourceDefinition(Func<IServiceProvider, RulesetOrigin> Create, Func<IServiceProvider, string?>? Fault);
