// Runs the pay runs that wait in a database, and ends: started by a scheduler, every few minutes or once a night.
using Microsoft.EntityFrameworkCore;
using Worker;

Console.OutputEncoding = System.Text.Encoding.UTF8;
// a scheduler starts it in any folder
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddKpiRules(o => o.Rulesets.FromFolder("company").ReloadOnChange());
builder.Services.AddDbContextFactory<SalesContext>(o =>
    o.UseSqlite(builder.Configuration.GetConnectionString("Sales") ?? "Data Source=sales.db"));
builder.Services.AddHostedService<PayRuns>();

using var host = builder.Build();
using (var sales = host.Services.GetRequiredService<IDbContextFactory<SalesContext>>().CreateDbContext())
    Example.Create(sales, Path.Combine(AppContext.BaseDirectory, "company"));
await host.RunAsync();
