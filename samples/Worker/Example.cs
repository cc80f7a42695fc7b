// Takes an empty database, and fills it as a company's would be: people, their months, opportunities, and two months to be paid.
using System.Globalization;

namespace Worker;

internal static class Example
{
    /// <summary>Does nothing where there is a database.</summary>
    public static void Create(SalesContext sales, string folder)
    {
        if (!sales.Database.EnsureCreated())
            return;
        var sellers = Rows("people.csv").Select(row => new Seller
        {
            Id = row[0],
            Region = row[1],
            Job = row[2],
            Manager = Text(row[3]),
            Director = Text(row[4]),
            HiredOn = Day(row[5]),
        }).ToDictionary(seller => seller.Id);
        foreach (var row in Rows("visits.csv"))
            MonthOf(row).Visits = Whole(row[2]);
        foreach (var row in Rows("targets.csv"))
            MonthOf(row).Quota = Number(row[2]);
        foreach (var row in Rows("opportunities.csv"))
            sellers[row[0]].Opportunities.Add(new()
            {
                ClosedOn = Day(row[1]),
                Product = row[2],
                Pieces = Whole(row[3]),
                Outcome = row[4] == "赢单" ? Outcome.Won : Outcome.Lost,
                Amount = Text(row[5]) is { } amount ? Number(amount) : null,
                CreatedOn = Day(row[6]),
            });
        sales.Sellers.AddRange(sellers.Values);
        foreach (var month in new[] { 2, 3 })
            sales.PayRuns.Add(new() { Company = "北辰软件", Month = new(2026, month, 1) });
        sales.SaveChanges();

        SellerMonth MonthOf(string[] row)
        {
            var (months, day) = (sellers[row[0]].Months, Day(row[1] + "-01"));
            if (months.Find(month => month.Month == day) is not { } found)
                months.Add(found = new() { Month = day });
            return found;
        }

        IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));
    }

    private static string? Text(string cell) => cell.Length > 0 ? cell : null;

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
