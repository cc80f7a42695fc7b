// Operations are equal where they mean the same: every kind and whatever it is made of, member by member.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Kernel;
using KpiRules.Sections.Scorecard;
using Xunit;

namespace KpiRules.Tests.Operations;

public sealed class EqualityTests
{
    /// <summary>Places, and the author's words for what the rest says.</summary>
    private static readonly (Type Type, string Member)[] Beside =
    [
        (typeof(CellOperation), nameof(CellOperation.Shown)), (typeof(GradeOperation), nameof(GradeOperation.Called)),
        (typeof(Reason), nameof(Reason.Text)),
    ];

    /// <summary>Every operation, and the records that it is made of.</summary>
    public static TheoryData<Type> Kinds => new(typeof(Operation).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract).SelectMany(Within).Distinct());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void MadeOfTheSame_ItIsEqual(Type kind)
    {
        var (one, other) = (Samples.Of(kind), Samples.Of(kind));
        one.Should().NotBeSameAs(other).And.Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachMember_Counts_ButPlacesAndWords(Type kind)
    {
        var made = Samples.MadeBy(kind);
        var parameters = made.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var (one, other) = (Samples.Of(kind), made.Invoke(Samples.ArgumentsOf(kind, i)));
            var isBeside = parameters[i].ParameterType == typeof(Origin) || Beside.Contains((kind, parameters[i].Name!));
            one.Equals(other).Should().Be(isBeside, "another {0} of {1}", parameters[i].Name, kind.Name);
            if (isBeside)
                one.GetHashCode().Should().Be(other.GetHashCode());
        }
    }

    [Fact]
    public void NothingSaid_IsNotEqualToSomething()
    {
        var reason = (Reason)Samples.Of(typeof(Reason));
        (reason with { Words = null }).Should().NotBe(reason).And.Be(reason with { Words = null });
        var input = (Input)Samples.Of(typeof(Input));
        (input with { Fact = null, Target = null }).Should().NotBe(input).And.Be(input with { Fact = null, Target = null });
    }

    [Fact]
    public void TrailingZeros_MeanNothing() => Sum(Samples.Constant(1m), 1).Should().Be(Sum(Samples.Constant(1.00m), 1))
        .And.Match<Operation>(sum => sum.GetHashCode() == Sum(Samples.Constant(1.00m), 1).GetHashCode());

    [Fact]
    public void AnOperationMadeOfAnother_HasAHashOfItsOwn()
    {
        var negation = new NegationOperation(Samples.Constant(1).Origin, Samples.Constant(1));
        _ = negation.GetHashCode();
        var other = negation with { Operand = Samples.Constant(2) };
        other.GetHashCode().Should().Be(new NegationOperation(negation.Origin, Samples.Constant(2)).GetHashCode())
            .And.NotBe(negation.GetHashCode());
    }

    /// <summary>A tree of 2^200 leaves, were each part looked at wherever it stands.</summary>
    [Fact]
    public void SharedParts_AreComparedAndHashedOnce()
    {
        var (one, other) = (Sum(Samples.Constant(1), 200), Sum(Samples.Constant(1, at: 3), 200));
        one.GetHashCode().Should().Be(other.GetHashCode());
        one.Equals(other).Should().BeTrue();
        one.Equals(Sum(Samples.Constant(2), 200)).Should().BeFalse();
        new HashSet<Operation> { one, other }.Should().ContainSingle();
    }

    /// <summary>Far deeper than any formula, on the smallest of stacks.</summary>
    [Fact]
    public void DeepNesting_NeedsNoStack()
    {
        var areEqual = false;
        var thread = new Thread(
            () => areEqual = Signs(200_000).Equals(Signs(200_000)) && !Signs(200_000).Equals(Signs(200_001)), 128 * 1024);
        thread.Start();
        thread.Join(TimeSpan.FromMinutes(1)).Should().BeTrue();
        areEqual.Should().BeTrue();
    }

    /// <summary>Parts and hashes alike, as after a collision: what else they say decides.</summary>
    [Fact]
    public void OfEqualHashes_TheMembersDecide()
    {
        var (one, other) = ((GradeOperation)Samples.Of(typeof(GradeOperation)), (GradeOperation)Samples.Of(typeof(GradeOperation)));
        other = other with { Grades = other.Grades.Select(grade => (grade.From, grade.Grade + "!")).ToArray() };
        one.GetHashCode().Should().Be(other.GetHashCode());
        new NegationOperation(one.Origin, one).Equals(new NegationOperation(one.Origin, other)).Should().BeFalse();
    }

    private static Operation Sum(Operation leaf, int depth) => Enumerable.Range(0, depth)
        .Aggregate(leaf, (sum, _) => new ArithmeticOperation(leaf.Origin, sum, ArithmeticSign.Plus, sum, sum.Unit));

    private static Operation Signs(int depth) => Enumerable.Range(0, depth)
        .Aggregate(Samples.Constant(1), (operand, i) => new NegationOperation(operand.Origin, operand));

    /// <summary>A type, and what its members are made of.</summary>
    private static IEnumerable<Type> Within(Type type)
    {
        if (type.IsGenericType)
            return type.GetGenericArguments().SelectMany(Within);
        return !type.IsClass || type.IsAbstract || type.GetMethod("<Clone>$") is null
            ? []
            : Samples.MadeBy(type).GetParameters().SelectMany(parameter => Within(parameter.ParameterType)).Prepend(type);
    }
}
