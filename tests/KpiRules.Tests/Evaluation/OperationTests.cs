using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Every operation of the kernel and every composite of a section has a method of each visitor.</summary>
public sealed class OperationTests
{
    private static readonly Type[] Kinds = typeof(Operation).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Operation))).ToArray();

    [Fact]
    public void EveryOperation_HasAMethodOfAVisitor()
    {
        var told = new[] { typeof(IOperationVisitor<>), typeof(ISectionVisitor<>), typeof(IReachingVisitor<>), typeof(ISectionReachVisitor<>) }
            .SelectMany(visitor => visitor.GetMethods()).Select(method => method.GetParameters()[0].ParameterType).ToHashSet();
        Kinds.Where(kind => !told.Contains(kind)).Should().BeEmpty();
    }

    [Fact]
    public void WhatHasALag_OrLooksAtRecords_SaysHowItLiesFurtherBack()
    {
        Kinds.Where(kind => kind.GetProperty("Lag")?.PropertyType == typeof(Lag) && kind != typeof(CellOperation) && !typeof(ILooksAtCalendar).IsAssignableFrom(kind)).Should().BeEmpty();
        Kinds.Where(kind => kind.GetProperties().Any(property => property.PropertyType == typeof(RecordInput)) && !typeof(ILooksAtRecords).IsAssignableFrom(kind)).Should().BeEmpty();
    }
}
