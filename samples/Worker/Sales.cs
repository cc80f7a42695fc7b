// The entities of a sales system, as it would have them without KpiRules.
using Microsoft.EntityFrameworkCore;

namespace Worker;

public enum Outcome
{
    Lost,
    Won,
}

public sealed class Seller
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public required string Job { get; init; }

    public string? Manager { get; init; }

    public string? Director { get; init; }

    public DateOnly HiredOn { get; init; }

    public List<SellerMonth> Months { get; } = [];

    /// <summary>All there ever were.</summary>
    public List<Opportunity> Opportunities { get; } = [];
}

[PrimaryKey(nameof(SellerId), nameof(Month))]
public sealed class SellerMonth
{
    public string SellerId { get; init; } = "";

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; init; }

    public int? Visits { get; set; }

    public decimal? Quota { get; set; }
}

public sealed class Opportunity
{
    public int Id { get; init; }

    public string SellerId { get; init; } = "";

    public DateOnly ClosedOn { get; init; }

    public DateOnly CreatedOn { get; init; }

    public required string Product { get; init; }

    public int Pieces { get; init; }

    public Outcome Outcome { get; init; }

    public decimal? Amount { get; init; }
}

/// <summary>Asked for by whoever closes the month; <see cref="Ended"/> once its pay is there.</summary>
public sealed class PayRun
{
    public int Id { get; init; }

    public required string Company { get; init; }

    public DateOnly Month { get; init; }

    public bool Ended { get; set; }

    /// <summary>Id, version and hash of the policy that it was worked out by.</summary>
    public string? Ruleset { get; set; }

    public List<Pay> Pay { get; } = [];
}

[PrimaryKey(nameof(PayRunId), nameof(SellerId))]
public sealed class Pay
{
    public int PayRunId { get; init; }

    public required string SellerId { get; init; }

    /// <summary>Null where it cannot be worked out.</summary>
    public decimal? Amount { get; init; }

    /// <summary>How many lines wait for a person, and are not in <see cref="Amount"/>.</summary>
    public int Held { get; init; }
}

public sealed class SalesContext(DbContextOptions<SalesContext> options) : DbContext(options)
{
    public DbSet<Seller> Sellers => Set<Seller>();

    public DbSet<PayRun> PayRuns => Set<PayRun>();
}
