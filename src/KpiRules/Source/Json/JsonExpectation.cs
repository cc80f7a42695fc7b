// What may come next in a JSON text; the names are keys of messages.
namespace KpiRules.Source.Json;

internal enum JsonExpectation
{
    Value,
    ValueOrClose,
    NameOrClose,
    CommaOrClose,
    Colon,
    End,
}
