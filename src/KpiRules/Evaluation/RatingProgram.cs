// Places the members of each group, divides the places among the grades, and fills a column with one of the results.
using System.Collections.Generic;
using System.Globalization;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <remarks>The three results of a rating stand on the same places, which are worked out once for each frame.</remarks>
internal sealed class RatingProgram(Cell cell, int slot, RatingOperation rating, RatingColumns columns)
    : AcrossProgram(cell, slot, columns.Key, columns.Presence)
{
    private readonly RatingRule _rule = rating.Rule;
    private readonly NotAvailable _takesNoPart = new(CauseKind.TakesNoPart, rating.Rating);

    public override void Run(Frame frame, int rows)
    {
        var places = frame.Notes.Once(columns.On.Slot, () => Place(frame, rows));
        if (rating.Result == RatingPart.Grade)
            Grade(frame, places, (Column<string>)frame.Columns[Slot], rows);
        else
            Count(places, (Column<decimal>)frame.Columns[Slot], rows);
        frame.Notes.Keep(Slot, row => Steps(places[row]));
    }

    private RatedSubject[] Place(Frame frame, int rows)
    {
        var (rated, groups) = (new RatedSubject[rows], new Dictionary<FactValue, RatedGroup>());
        for (var row = 0; row < rows; row++)
        {
            if (GroupOf(frame, row) is not { } key)
            {
                rated[row] = new RatedSubject(CauseOfNone(frame, row));
                continue;
            }

            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new RatedGroup());
            rated[row] = Join(frame, row, group);
        }

        foreach (var group in groups.Values)
            group.Place(rated, _rule, new PlaceOrder(frame, columns, _rule.LowerFirst));
        return rated;
    }

    /// <summary>Makes the subject a member if it takes part; whatever of it is not known leaves the whole group without results.</summary>
    private RatedSubject Join(Frame frame, int row, RatedGroup group)
    {
        if (columns.When is { } when)
        {
            var holds = (Column<bool>)frame.Columns[when.Slot];
            if (!holds.IsAvailable(row))
                group.Blame(frame.Subjects[row], when.Missing(CauseKind.MembershipUnknown, frame, row));
            else if (!holds[row])
                return new RatedSubject(_takesNoPart);
        }

        if (MissingOf(frame, row) is { } missing)
            group.Blame(frame.Subjects[row], missing.Missing(CauseKind.OfMember, frame, row));
        group.Members.Add(row);
        return new RatedSubject(group);
    }

    /// <summary>The first of the values to be placed by that is not there; null where all are.</summary>
    private GroupSource? MissingOf(Frame frame, int row)
    {
        if (!frame.Columns[columns.On.Slot].IsAvailable(row))
            return columns.On;
        foreach (var then in columns.Then)
        {
            if (!frame.Columns[then.Slot].IsAvailable(row))
                return then;
        }

        return null;
    }

    private void Grade(Frame frame, RatedSubject[] places, Column<string> column, int rows)
    {
        var line = columns.Line is { } slot ? (Column<string>)frame.Columns[slot] : null;
        for (var row = 0; row < rows; row++)
        {
            var subject = places[row];
            if (subject.Cause is { } cause)
                column.SetCause(row, cause, rows);
            else if (!subject.Group!.IsSmall(_rule))
                column[row] = _rule.Grades[subject.Group.GradeOf(subject, _rule)];
            else if (line is null)
                column.SetCause(row, subject.Group.TooSmall(rating.Rating), rows);
            else if (line.CauseAt(row) is { } below)
                column.SetCause(row, below, rows);
            else
                column[row] = line[row];
        }
    }

    private void Count(RatedSubject[] places, Column<decimal> column, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var subject = places[row];
            if (subject.Cause is { } cause)
                column.SetCause(row, cause, rows);
            else
                column[row] = rating.Result == RatingPart.Place ? subject.First : subject.Group!.Members.Count;
        }
    }

    /// <summary>Why this grade: the place and who shares it, the places of each grade, what a tie or a small group does.</summary>
    private IReadOnlyList<TraceStep> Steps(RatedSubject subject)
    {
        if (subject.Cause is not null || rating.Result == RatingPart.Members)
            return [];
        var (group, tied) = (subject.Group!, subject.Last - subject.First + 1);
        var steps = new List<TraceStep> { new(StepKind.Place, "", [subject.First, group.Members.Count, tied], null) };
        if (rating.Result == RatingPart.Place)
            return steps;
        if (group.IsSmall(_rule))
        {
            steps.Add(new TraceStep(StepKind.SmallGroup, "", [group.Members.Count, _rule.Smallest], null));
            return steps;
        }

        for (var (i, before) = (0, 0); i < _rule.Grades.Count; before = group.LastPlaces[i++])
            steps.Add(new TraceStep(StepKind.Grade, _rule.Grades[i], [before + 1, group.LastPlaces[i]], null));
        if (group.LiesAcrossABorder(subject))
        {
            var place = _rule.TiedAsBest ? subject.First : subject.Last;
            steps.Add(new TraceStep(
                StepKind.Tied, place.ToString(CultureInfo.InvariantCulture), [subject.First, subject.Last, place], null));
        }

        return steps;
    }
}
