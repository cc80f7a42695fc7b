// Building of lookups in tables.
using System;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    Node IOperationVisitor<Node>.Lookup(LookupOperation lookup)
    {
        return lookup.Kind switch
        {
            ValueKind.Number => Make(value => value.Number!.Value),
            ValueKind.Boolean => Make(value => value.Boolean!.Value),
            ValueKind.Text => Make(value => value.Text!),
            ValueKind.Date => Make(value => value.Day),
        };

        Node Make<T>(Func<FactValue, T> read) => new LookupNode<T>(
            lookup.Table, lookup.Value, lookup.Keys.Select(Key).ToArray(), new LookupRows(lookup.Table, _records, lookup.Lag), read);
    }

    private KeyNode Key(Operation key) => key.Kind switch
    {
        ValueKind.Number => new KeyNode<decimal>(Number(key), number => number),
        ValueKind.Boolean => new KeyNode<bool>(Boolean(key), boolean => boolean),
        ValueKind.Text => new KeyNode<string>(Text(key), text => text),
        ValueKind.Date => new KeyNode<int>(Date(key), FactValue.OfDay),
    };
}
