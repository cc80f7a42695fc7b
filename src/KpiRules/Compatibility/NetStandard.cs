// What the C# compiler asks for, or Native AOT, and .NET Standard 2.0 lacks; empty on later targets.
#if NETSTANDARD2_0
namespace System
{
    /// <summary>Later targets have it, without creating an array of a type that is only known at run time.</summary>
    internal static class EnumValues
    {
        extension(Enum)
        {
            public static TEnum[] GetValues<TEnum>()
                where TEnum : struct, Enum => (TEnum[])Enum.GetValues(typeof(TEnum));
        }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Later targets answer, where this one throws.</summary>
    internal static class ExecutionStack
    {
        extension(RuntimeHelpers)
        {
            public static bool TryEnsureSufficientExecutionStack()
            {
                try
                {
                    RuntimeHelpers.EnsureSufficientExecutionStack();
                    return true;
                }
                catch (InsufficientExecutionStackException)
                {
                    return false;
                }
            }
        }
    }

    internal static class IsExternalInit;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
    internal sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
    {
        public Type BuilderType { get; } = builderType;

        public string MethodName { get; } = methodName;
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class RequiredMemberAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
    {
        public int Priority { get; } = priority;
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }

    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Constructor | AttributeTargets.Method)]
    internal sealed class RequiresUnreferencedCodeAttribute(string message) : Attribute
    {
        public string Message { get; } = message;
    }
}
#endif
