
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>
/// Every operation of the kernel has a method of each visitor, and each of them and every composite is met by the property tests.
/// </summary>
public sealed class OperationTests
{
    private static readonly Type[] Kinds = typeof(Operation).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Operation))).ToArray();

    [Fact]
    public void EveryOperation_HasAMethodOfAVisitor()
    {
        var told = new[] { typeof(IOperationVisitor<>), typeof(IReachingVisitor<>) }
            .SelectMany(visitor => visitor.GetMethods()).Select(method => method.GetParameters()[0].ParameterType).ToList();
        // what a section adds says of itself what visitors ask of an operation of the kernel
        Kinds.Where(kind => !told.Exists(type => type.IsAssignableFrom(kind))).Should().BeEmpty();
    }

    [Fact]
    public void WhatHasALag_OrLooksAtRecords_SaysHowItLiesFurtherBack()
    {
        Kinds.Where(kind => kind.GetProperty("Lag")?.PropertyType == typeof(Lag)
            && kind != typeof(CellOperation)
            && !typeof(ILooksAtCalendar).IsAssignableFrom(kind)).Should().BeEmpty();
        Kinds.Where(kind => kind.GetProperties().Any(property => property.PropertyType == typeof(RecordInput))
            && !typeof(ILooksAtRecords).IsAssignableFrom(kind)).Should().BeEmpty();
    }

    [Fact]
    public void EveryOperation_IsInTheRandomSections()
    {
        var met = new HashSet<Type>();
        foreach (var cell in RandomSections.All.SelectMany(section => RandomSections.Read((string)section[1]).Sheet.Cells))
            Meet(cell.Operation, met, 0);
        // push-down leaves none of what reaches to other periods and subjects
        string.Join(
            ", ", Kinds.Where(kind => !met.Contains(kind) && !kind.IsSubclassOf(typeof(ReachingOperation))).Select(kind => kind.Name))
            .Should().BeEmpty();
        met.Where(kind => kind.IsSubclassOf(typeof(ReachingOperation))).Should().BeEmpty();
    }

    /// <summary>So that the property tests hold what is fused equal to what is expanded for each form.</summary>
    [Fact]
    public void EveryScheduleForm_IsInTheRandomSections() => RandomSections.All
        .SelectMany(section => RandomSections.Read((string)section[1]).Sheet.Cells)
        .SelectMany(cell => Within(cell.Operation)).OfType<RowsOperation>().Select(rows => rows.Form).Distinct()
        .Should().BeEquivalentTo(Enum.GetValues(typeof(ScheduleForm)).Cast<ScheduleForm>());

    private static IEnumerable<Operation> Within(Operation operation) => operation.Parts().SelectMany(Within).Prepend(operation);

    /// <summary>Also what composites are short for, which must come to an end.</summary>
    private static void Meet(Operation operation, HashSet<Type> met, int expansions)
    {
        expansions.Should().BeLessThan(20, "{0} is short for something that is short for something, and so on", operation.GetType().Name);
        met.Add(operation.GetType());
        foreach (var part in operation.Parts())
            Meet(part, met, expansions);
        if (operation is CompositeOperation composite)
            Meet(composite.Expand(), met, expansions + 1);
    }
}
