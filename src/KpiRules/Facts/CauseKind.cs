// What can keep a value from being available.
namespace KpiRules.Facts;

/// <summary>What kept a value from being available.</summary>
public enum CauseKind
{
    /// <summary>A fact was not given, and nothing stands in for it.</summary>
    MissingFact,

    /// <summary>A fact was given in a way that could not be used; a data issue says why.</summary>
    UnusableFact,

    /// <summary>A division by zero, or a remainder of one.</summary>
    DivisionByZero,

    /// <summary>A target of zero, against which nothing can be measured.</summary>
    ZeroTarget,

    /// <summary>A number beyond what an exact decimal can hold, about 7.9 × 10^28.</summary>
    Overflow,

    /// <summary>A function that has no value here, such as the square root of a negative number.</summary>
    OutOfDomain,

    /// <summary>The KPI's <c>appliesTo</c> is false for the subject.</summary>
    DoesNotApply,

    /// <summary>The KPI's <c>appliesTo</c> is not available, so nobody can say whether the KPI exists for the subject.</summary>
    ApplicabilityUnknown,

    /// <summary>Another result that is not available.</summary>
    DependsOn,

    /// <summary>A choice by cases has none for this value, and no <c>else</c>.</summary>
    NoCase,

    /// <summary>Formulas gave a schedule bounds that do not go up.</summary>
    BoundsOutOfOrder,

    /// <summary>The <c>per</c> of a schedule is zero or negative.</summary>
    PerNotPositive,

    /// <summary>None of the KPIs a scorecard adds up has a score.</summary>
    NoScore,

    /// <summary>A scorecard's score lies below every grade.</summary>
    NoGrade,

    /// <summary>The period has no workday, or none has passed, or none is left.</summary>
    NoWorkdays,

    /// <summary>The KPI's target does not grow with the days of the period, so there is nothing to require of each.</summary>
    DoesNotScale,

    /// <summary>The period is longer than what was asked of it: a year has no month.</summary>
    PeriodTooLong,

    /// <summary>The subject has no facts in the period.</summary>
    NoFacts,

    /// <summary>What is asked for reaches back before the period from which on the facts are complete.</summary>
    Incomplete,

    /// <summary>There is no such period, such as a 29 February one year earlier.</summary>
    NoSuchPeriod,

    /// <summary>The period lies across the beginning of the policy's year or quarter, or is longer.</summary>
    AcrossPeriods,

    /// <summary>A value of another subject that is needed.</summary>
    OfMember,

    /// <summary>Whether another subject counts is not known.</summary>
    MembershipUnknown,

    /// <summary>There is nobody to look at.</summary>
    NoMembers,

    /// <summary>The subject is none of those among whom it is ranked.</summary>
    NotAMember,

    /// <summary>The facts have no such list of records.</summary>
    NoRecords,

    /// <summary>A value of one record that is needed; the record is told by its number among the subject's, from 1.</summary>
    OfRecord,

    /// <summary>There is no record to take a mean, least or greatest of.</summary>
    NoneOfThem,

    /// <summary>Nothing says how values of several periods become one.</summary>
    NotCombined,

    /// <summary>The debt of a recoverable draw at the beginning of the period: neither given nor carried from the period before.</summary>
    NoOpening,

    /// <summary>A pool that nobody has a share in.</summary>
    NothingToShareBy,

    /// <summary>A member of a pool has a negative share.</summary>
    NegativeShare,

    /// <summary>The members of a pool have different amounts to divide.</summary>
    PoolAmountsDiffer,

    /// <summary>A warning that is neither firing nor pending has no severity.</summary>
    NotFiring,

    /// <summary>A check that the ruleset waives; its text says why.</summary>
    Waived,

    /// <summary>A check that the ruleset does not ask for.</summary>
    NotAsked,

    /// <summary>
    /// The values of the periods before are all alike, so that no distance from them can be measured in standard deviations.
    /// </summary>
    NoSpread,

    /// <summary>The <c>when</c> of a rating is false for the subject.</summary>
    TakesNoPart,

    /// <summary>
    /// A rating whose group has fewer members than it asks for, and no line to go by instead; the text says how many they are.
    /// </summary>
    GroupTooSmall,

    /// <summary>What a line releases is counted in the policy's own periods, and this is one of another length.</summary>
    OfOtherLength,

    /// <summary>What a line releases is not known of other periods than the one evaluated.</summary>
    NotKnownEarlier,

    /// <summary>
    /// What was deferred before the first period evaluated, of an incentive with a release: neither given nor carried from the period
    /// before.
    /// </summary>
    NoDeferred,

    /// <summary>How much a part comes to that was earned earlier: its line was held; the text is the number of the part.</summary>
    PartUnknown,

    /// <summary>
    /// Whether a part that was earned earlier is due: its condition was not available in the last period in which it was asked; the text
    /// is the number of the part.
    /// </summary>
    PartUndecided,

    /// <summary>A record of what is deferred that cannot be read; an issue says why.</summary>
    PartUnreadable,

    /// <summary>A fact has a text that is not among the values its declaration lists; a data issue names the closest of them.</summary>
    NotAmongValues,

    /// <summary>A table has no row for the keys, and says nothing else; the text has the keys.</summary>
    NoRow,

    /// <summary>The row of a table that matches has no such value; the text has the keys of the row.</summary>
    MissingInRow,

    /// <summary>The value in the row of a table that matches cannot be used; the text has the keys of the row.</summary>
    UnusableInRow,

    /// <summary>A faulty row of a table could have decided: a data issue says what is wrong; the text has the keys.</summary>
    RowInDoubt,

    /// <summary>No rows of a table are given that hold for the period.</summary>
    NoRows,
}
