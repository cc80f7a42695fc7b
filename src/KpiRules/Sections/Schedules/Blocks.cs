// A schedule that pays for each full block of an amount: how it is read, what was written, and what it means.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <summary>Such as 500 for each full 10,000 above 50,000, ten times at most.</summary>
/// <param name="On">The value it looks at; null where the place of the schedule has one of its own.</param>
/// <param name="From">Where the first block begins; null is 0.</param>
/// <param name="Size">How large a block is, above 0.</param>
/// <param name="Value">What each full block gives.</param>
/// <param name="Most">How many blocks count at most; null for any number.</param>
internal sealed record BlocksDefinition(
    JsonObject Json, JsonString? On, NumberDefinition? From, JsonNumber Size, NumberDefinition Value, int? Most)
    : ScheduleDefinition(Json)
{
    public static BlocksDefinition? Read(ObjectReader schedule)
    {
        var on = schedule.Read(ScheduleProperties.On);
        if (schedule.Read(BlocksShape.Blocks) is not { } reader)
            return null;
        var (from, size, value) = (reader.Read(BlocksShape.From), reader.Read(BlocksShape.Size), reader.Read(BlocksShape.Value));
        var most = reader.Read(BlocksShape.Most);
        reader.Finish();
        return size is null || value is null ? null : new BlocksDefinition(schedule.Json, on, from, size, value, most);
    }

    public override Func<Operation?> Lower(ScheduleLowering lowering)
    {
        var on = lowering.On(On, Json, ValueKind.Number);
        var from = From is null ? null : lowering.Part(From, "owner.scheduleBound");
        var value = lowering.Part(Value, "owner.scheduleValue");
        return () =>
        {
            var (boundOn, boundFrom, boundValue) = (on?.Bind(), from?.Bind(), value?.Bind());
            if (boundOn is null || boundValue is null || (from is not null && boundFrom is null))
                return null;
            var origin = lowering.OriginOf(this);
            var start = boundFrom ?? new ConstantOperation(origin, 0m, Unit.Plain);
            return new BlocksOperation(origin, boundOn, start, Size.Value, boundValue, Most);
        };
    }
}

internal sealed record BlocksOperation(Origin Origin, Operation On, Operation From, decimal Size, Operation Value, int? Most)
    : ScheduleOperation(Origin, Value.Unit)
{
    public override string Shown => $"blocks({On.Origin.Text})";

    public override Operation Map(Func<Operation, Operation> part) => this with { On = part(On), From = part(From), Value = part(Value) };

    public override int GetHashCode() => HashOfPartsAnd((Size, Most));

    public override IEnumerable<(Operation One, Operation Other)> Compared() => [(On, From)];

    public override Operation Expand()
    {
        var (write, size) = (Write, Write.Number(Size));
        var above = write.Subtract(On, From);
        // what is left of the last block is taken off first, so that nothing is rounded
        var full = write.Divide(write.Subtract(above, write.Remainder(above, size)), size);
        var counted = Most is { } most ? write.Lesser(full, write.Number(most)) : full;
        var earned = write.Label(StepKind.Tier, "", [counted, Value, From, null], write.Multiply(counted, Value));
        return write.Where([On], write.If(write.AtLeast(On, From), earned, write.Number(0)));
    }

    public override Node Fuse(INodeBuilder nodes) => nodes.Build(Expand());
}
