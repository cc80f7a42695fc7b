// Whether generic methods can be made for types that only run time knows; where not, properties are read boxed.
#if !NETSTANDARD2_0
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
#endif

namespace KpiRules.Mapping;

internal static class DynamicCode
{
#if NETSTANDARD2_0
    public static bool IsSupported => true;
#else
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeSupported;
#endif
}
