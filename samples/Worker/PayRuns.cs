// Takes the pay runs that wait, works each out by its company's policy, and saves its pay together with its end.
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Mapping;
using Microsoft.EntityFrameworkCore;

namespace Worker;

internal sealed class PayRuns(
    IDbContextFactory<SalesContext> database, RulesetCatalogue catalogue, KpiEvaluator evaluator, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    // Written out, not by attributes: the entities know nothing of KpiRules, and nothing is found by reflection.
    private static readonly SubjectMap<Seller> People = new SubjectMap<Seller>()
        .Subject(x => x.Id)
        .Fact("区域", x => x.Region).Fact("岗位", x => x.Job).Fact("manager", x => x.Manager).Fact("总监", x => x.Director)
        .Fact("入职日", x => x.HiredOn)
        .Records("商机", x => x.Opportunities, line => line
            .Date(x => x.ClosedOn)
            .Field("结果", x => x.Outcome == Outcome.Won ? "赢单" : "输单").Field("产品", x => x.Product).Field("数量", x => x.Pieces)
            .Field("成交额", x => x.Amount).Field("创建日", x => x.CreatedOn).Field("结束日", x => x.ClosedOn));

    private static readonly SubjectMap<SellerMonth> Months = new SubjectMap<SellerMonth>()
        .Subject(x => x.SellerId).Period(x => x.Month).Fact("拜访数", x => x.Visits).Fact("业绩.target", x => x.Quota);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var sales = await database.CreateDbContextAsync(stoppingToken);
        foreach (var run in await sales.PayRuns.Where(run => !run.Ended).OrderBy(run => run.Month).ToListAsync(stoppingToken))
            await RunAsync(sales, run, stoppingToken);
        lifetime.StopApplication();
    }

    private async Task RunAsync(SalesContext sales, PayRun run, CancellationToken stopping)
    {
        var month = Period.Parse($"{run.Month:yyyy-MM}");
        var policy = catalogue.Get(run.Company, month);
        var end = run.Month.AddMonths(1);
        // what ends after the month is no business of it; several queries, for one would repeat each month for each opportunity
        var sellers = await sales.Sellers.AsNoTracking().AsSplitQuery()
            .Include(x => x.Months.Where(x => x.Month < end)).Include(x => x.Opportunities.Where(x => x.ClosedOn < end))
            .OrderBy(x => x.Id).ToListAsync(stopping);
        var facts = Dataset.Build(facts => facts
            .AddAll(sellers, People.For(policy)).AddAll(sellers.SelectMany(x => x.Months), Months.For(policy)));

        var pay = evaluator.Evaluate(policy, facts, month);
        foreach (var issue in pay.Issues)
            Console.WriteLine($"to be looked at: {issue.ToString("en")}");
        foreach (var seller in pay.Subjects)
            run.Pay.Add(new() { SellerId = seller, Amount = pay[seller].Payout!.Amount, Held = pay[seller].Payout!.Held });
        (run.Ended, run.Ruleset) = (true, $"{pay.RulesetId} {pay.RulesetVersion} {pay.ContentHash}");
        await sales.SaveChangesAsync(stopping); // one transaction: a run has all of its pay, or waits on

        var (total, held) = (run.Pay.Sum(x => x.Amount), run.Pay.Sum(x => x.Held));
        Console.WriteLine($"{month}: {run.Pay.Count} people, {total:N2} in all, {held} lines held");
        foreach (var best in run.Pay.OrderByDescending(x => x.Amount).Take(3))
            Console.WriteLine($"{best.Amount,12:N2}  {best.SellerId}");
    }
}
