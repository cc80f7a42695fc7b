// Takes a getter of an enum, gives one of the fact: the name of the value.
using System;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal static class EnumText
{
    public static Func<T, FactValue> Of<T, TEnum>(Func<T, TEnum> get)
        where TEnum : struct, Enum => item => get(item).ToString();

    public static Func<T, FactValue> Of<T, TEnum>(Func<T, TEnum?> get)
        where TEnum : struct, Enum => item => get(item)?.ToString();
}
