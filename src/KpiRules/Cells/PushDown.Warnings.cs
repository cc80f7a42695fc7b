// Pushes a warning's course down to the periods it looks at.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class PushDown
{
    private WarningCourseOperation Course(WarningOperation warning, Lag lag)
    {
        // without 'until' it fires only while a condition holds, and how it went earlier says nothing but for how long
        var reach = warning.Until is null && warning.Question != WarningQuestion.Periods ? 0 : warning.Lookback;
        var levels = Enumerable.Range(0, reach + warning.For).Select(back => At(back, warning.Level)).ToArray();
        var untils = warning.Until is null ? [] : Enumerable.Range(0, reach + 1).Select(back => At(back, warning.Until)).ToArray();
        var hasBegun = Enumerable.Range(1, levels.Length - 1).Select(back => (Operation)HasBegun(back)).ToArray();
        return new WarningCourseOperation(warning.Origin, warning.Question, levels, untils, hasBegun, warning.For, warning.Kind);

        Operation At(int back, Operation cell)
        {
            _terms++;
            return Earlier(lag.Back(back), cell);
        }

        InputOperation HasBegun(int back) => new(warning.Origin, Input.HasBegun(lag.Back(back)), ValueKind.Boolean, null);
    }
}
