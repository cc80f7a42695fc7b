// The grade of a score.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Scorecard;

/// <summary>The grade whose bound is the highest that the score reaches; of bounds alike, the first.</summary>
/// <param name="Called">What is graded, in the author's words, for the cause where no bound is reached.</param>
internal sealed record GradeOperation(Origin Origin, string Called, Operation Score, ValueList<(Operation From, string Grade)> Grades)
    : FusedOperation(Origin, ValueKind.Text, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Score = part(Score), Grades = Grades.Select(grade => (part(grade.From), grade.Grade)).ToArray(),
    };

    /// <summary>What is graded is the score; what it is called stands beside that.</summary>
    public bool Equals(GradeOperation? other) => base.Equals(other) && (Score, Grades).Equals((other!.Score, other.Grades));

    public override int GetHashCode() => HashOfParts();

    public override IEnumerable<(Operation One, Operation Other)> Compared() => Grades.Select(grade => (Score, grade.From));

    public override Operation Expand()
    {
        var write = Write;
        var none = write.None(new Reason(CauseKind.NoGrade, Called), ValueKind.Text);
        if (Grades.All(grade => grade.From.ConstantNumber() is not null))
        {
            var ordered = Grades.OrderByDescending(grade => grade.From.ConstantNumber());
            return write.Choose(ordered.Select(grade => (write.AtLeast(Score, grade.From), write.Text(grade.Grade))).ToList(), none);
        }

        // a grade holds where its bound is reached and no other that is reached lies higher
        var branches = Grades.Select((grade, i) => (write.All([write.AtLeast(Score, grade.From), .. Grades
            .Select((other, j) => (other, j)).Where(one => one.j != i)
            .Select(one => write.Any([
                write.Less(Score, one.other.From),
                one.j < i ? write.Greater(grade.From, one.other.From) : write.AtLeast(grade.From, one.other.From)
            ]))]),
            write.Text(grade.Grade)));
        return write.Where([Score, .. Grades.Select(grade => grade.From)], write.Choose(branches.ToList(), none));
    }

    public override Node Fuse(INodeBuilder nodes) => new GradeNode(
        nodes.Number(Score),
        Grades.Select(entry => nodes.Number(entry.From)).ToArray(),
        Grades.Select(entry => entry.Grade).ToArray(),
        new NotAvailable(CauseKind.NoGrade, Called));
}

/// <summary>The grade whose bound is the highest that the score reaches.</summary>
internal sealed class GradeNode(Node<decimal> score, Node<decimal>[] from, string[] grades, NotAvailable noGrade) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = "";
        if (!score.TryEvaluate(frame, out var points))
            return false;
        var best = decimal.MinValue;
        var found = -1;
        for (var i = 0; i < from.Length; i++)
        {
            if (!from[i].TryEvaluate(frame, out var bound))
                return false;
            if (bound <= points && (found < 0 || bound > best))
                (found, best) = (i, bound);
        }

        if (found < 0)
            return frame.Fail(noGrade);
        value = grades[found];
        return true;
    }
}
