// Types as hosts have them, for tests of mapping.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Mapping;

namespace KpiRules.Tests.Mapping;

public enum Level
{
    Rep,
    Manager,
}

/// <summary>A subject with all that a map can take from one.</summary>
public class Seller
{
    [SubjectId]
    public string? Id { get; set; }

    [Period]
    public DateTime Day { get; set; }

    [Measure("sales")]
    public decimal? Sales { get; set; }

    /// <summary>Found by its name: <c>collected_amount</c>.</summary>
    [Measure]
    public double CollectedAmount { get; set; }

    [SubjectAttribute("level")]
    public Level? Level { get; set; }

    [Target("rate")]
    public decimal? RateTarget { get; set; }

    [Opening]
    public int? DrawnOpening { get; set; }

    [Measure(Optional = true)]
    public int Visits { get; set; }

    [Records("deals")]
    public List<Deal>? Deals { get; set; }

    [History]
    public Seller[]? Earlier { get; set; }

    /// <summary>Without an attribute, and so no fact.</summary>
    public string Photo => "none";
}

public sealed record Deal([property: Field("amount")] decimal Amount, [property: Field] Level? Product = null);

/// <summary>Every type that can be a fact, and its nullable.</summary>
public class Values
{
    [SubjectId]
    public Guid Id { get; set; } = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    [Measure] public decimal Decimal { get; set; } = 1.5m;
    [Measure] public int Int { get; set; } = -2;
    [Measure] public long Long { get; set; } = 3;
    [Measure] public short Short { get; set; } = 4;
    [Measure] public byte Byte { get; set; } = 5;
    [Measure] public sbyte SByte { get; set; } = -6;
    [Measure] public ushort UShort { get; set; } = 7;
    [Measure] public uint UInt { get; set; } = 8;
    [Measure] public ulong ULong { get; set; } = 9;
    [Measure] public double Double { get; set; } = 0.1;
    [Measure] public float Float { get; set; } = 1.1f;
    [SubjectAttribute] public bool Bool { get; set; } = true;
    [SubjectAttribute] public DateTime DateTime { get; set; } = new(2026, 3, 31, 23, 59, 59);
    [SubjectAttribute] public DateOnly DateOnly { get; set; } = new(2026, 3, 1);
    [SubjectAttribute] public string? String { get; set; } = "text";
    [SubjectAttribute] public Guid Guid { get; set; } = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
    [SubjectAttribute] public Level Enum { get; set; } = Level.Manager;
    [SubjectAttribute] public FactValue FactValue { get; set; } = "anything";
    [Measure] public decimal? MaybeDecimal { get; set; } = 1.5m;
    [Measure] public int? MaybeInt { get; set; } = -2;
    [Measure] public long? MaybeLong { get; set; } = 3;
    [Measure] public short? MaybeShort { get; set; } = 4;
    [Measure] public byte? MaybeByte { get; set; } = 5;
    [Measure] public double? MaybeDouble { get; set; } = 0.1;
    [Measure] public float? MaybeFloat { get; set; } = 1.1f;
    [SubjectAttribute] public bool? MaybeBool { get; set; } = true;
    [SubjectAttribute] public DateTime? MaybeDateTime { get; set; } = new(2026, 3, 31, 23, 59, 59);
    [SubjectAttribute] public DateOnly? MaybeDateOnly { get; set; } = new(2026, 3, 1);
    [SubjectAttribute] public Guid? MaybeGuid { get; set; } = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
    [SubjectAttribute] public Level? MaybeEnum { get; set; } = Level.Manager;

    public static Values Nothing => new()
    {
        String = null, FactValue = default, MaybeDecimal = null, MaybeInt = null, MaybeLong = null, MaybeShort = null, MaybeByte = null,
        MaybeDouble = null,
        MaybeFloat = null, MaybeBool = null, MaybeDateTime = null, MaybeDateOnly = null, MaybeGuid = null, MaybeEnum = null,
    };
}

/// <summary>What cannot be bound by delegates: a struct.</summary>
public readonly record struct Reading(
    [property: SubjectId] long Id,
    [property: Period] string Month,
    [property: Measure] int? Sales,
    [property: SubjectAttribute] Level Level);

public interface IHasId
{
    [SubjectId]
    string Id { get; }
}

public interface IReading : IHasId
{
    [Measure]
    decimal Sales { get; }
}

/// <summary>Everything that attributes can get wrong.</summary>
public sealed class Wrong
{
    [SubjectId] public decimal Id => 1;

    [Period] public int Month => 3;

    [Measure] public byte[] Photo => [];

    [Measure] public TimeSpan Duration => default;

    [Measure("sales")] private decimal Hidden => 1;

    [Measure] public decimal WriteOnly { set => _ = value; }

    [Measure] public static decimal Shared => 1;

    [Records("deals")] public string Deals => "";

    [Records("orders")] public List<string> Orders => [];

    [Measure("twice")] public decimal First => Hidden;

    [Measure("twice")] public decimal Second => 2;
}

/// <summary>Right in itself, but not for the policy of the tests.</summary>
public sealed class Unfit
{
    [Measure("slaes")] public decimal Slaes => 1;

    [Measure("level")] public decimal Level => 1;

    [SubjectAttribute("team")] public int Team => 1;

    [Measure] public decimal Nowhere => 1;

    [Measure] public decimal Sales => 1;

    [Measure("sales")] public decimal Again => 1;

    [Target("rates")] public decimal Rate => 1;

    [Records("deels")] public List<Deal> Deels => [];

    [Records] public List<Odd> Deals => [];

    [History] public List<Deal2> Earlier => [];
}

public sealed class Odd
{
    [Field("amuont")] public decimal Amuont => 1;
}

public sealed class Deal2
{
    [Measure("past")] public decimal Past => 1;
}
