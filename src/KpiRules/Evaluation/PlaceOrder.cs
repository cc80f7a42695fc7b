// Orders the members of a rating: who is placed first comes first, and who is tied is alike.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation;

internal sealed class PlaceOrder(Frame frame, RatingColumns columns, bool lowerFirst) : IComparer<int>
{
    private readonly Column<decimal> _on = (Column<decimal>)frame.Columns[columns.On.Slot];
    private readonly Column<decimal>[] _then = columns.Then.Select(then => (Column<decimal>)frame.Columns[then.Slot]).ToArray();

    public int Compare(int x, int y)
    {
        var order = lowerFirst ? _on[x].CompareTo(_on[y]) : _on[y].CompareTo(_on[x]);
        for (var i = 0; order == 0 && i < _then.Length; i++)
            order = _then[i][y].CompareTo(_then[i][x]);
        return order;
    }
}
