// Takes a title as spreadsheets have them above their columns, gives whether it is that of the subject, the period or the day.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Reading;

internal static class UsualTitles
{
    /// <summary>The earlier goes first, wherever its column stands: a number of the staff says who it is better than a name does.</summary>
    public static readonly IReadOnlyList<string> Subject =
        [WideFactReader.SubjectColumn, "id", "工号", "员工编号", "考核对象", "对象", "employee", "name", "姓名"];

    public static readonly IReadOnlyList<string> Period = [WideFactReader.PeriodColumn, "month", "期间", "月份", "年月"];

    public static readonly IReadOnlyList<string> Day = [RecordRowReader.DateColumn, "日期"];

    /// <summary>The column that has the first of the titles, in any case; -1 for none.</summary>
    /// <param name="others">Names that mean something else, whatever they sound like.</param>
    public static int Find(IReadOnlyList<string> names, IReadOnlyList<string> titles, Func<string, bool>? others = null)
    {
        var free = names.Select(name => others?.Invoke(name) == true ? null : name).ToList();
        return titles.Select(title => free.FindIndex(name => title.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Where(column => column >= 0).DefaultIfEmpty(-1).First();
    }
}
