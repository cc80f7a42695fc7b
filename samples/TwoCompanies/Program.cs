// Serves the policies of two companies over HTTP: who signs in sees and uses those of the company that the token names.
using System.Security.Claims;
using KpiRules.Hosting.Catalogue;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddKpiRules(o => o.Rulesets.FromFolder(Path.Combine(AppContext.BaseDirectory, "rulesets")).ReloadOnChange());
builder.Services.AddHealthChecks().AddCheck<KpiRulesHealthCheck>("kpirules");

// Who issues tokens, and for whom, stands in the configuration under Authentication:Schemes:Bearer.
builder.Services.AddAuthentication().AddJwtBearer(o => o.MapInboundClaims = false);
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("Payroll", policy => policy.RequireAuthenticatedUser().RequireClaim("company"))
    .AddPolicy("Operator", policy => policy.RequireAuthenticatedUser().RequireClaim("role", "operator"));

var app = builder.Build();
app.MapHealthChecks("/health").RequireAuthorization("Operator");
app.MapKpiRules("/kpi", o =>
{
    o.MaySee = (http, policy) => policy.Company == http.User.FindFirstValue("company");
    o.Writing("Operator");
}).RequireAuthorization("Payroll");
app.Run();
